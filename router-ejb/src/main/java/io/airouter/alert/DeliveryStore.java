package io.airouter.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what webhooks were told. */
public interface DeliveryStore {
  void save(Delivery delivery);

  /** The latest, newest first; of one alert where one is named. */
  List<Delivery> deliveries(Optional<UUID> alert, int limit);
}
