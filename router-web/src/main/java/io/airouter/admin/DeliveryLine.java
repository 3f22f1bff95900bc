package io.airouter.admin;

import io.airouter.alert.Delivery;

/** What one webhook was told, in a table. */
public record DeliveryLine(
    String webhook, String event, StatusMark mark, String attempts, String result, String at) {
  static DeliveryLine of(Delivery delivery) {
    String status = delivery.status().isPresent() ? delivery.status().getAsInt() + " " : "";
    return new DeliveryLine(
        delivery.webhook(),
        delivery.event(),
        switch (delivery.state()) {
          case WAITING -> new StatusMark("warn", "clock", "Waiting");
          case DELIVERED -> StatusMark.ok("Delivered");
          case FAILED -> StatusMark.bad("Failed");
        },
        String.valueOf(delivery.attempts()),
        (status + delivery.problem()).strip(),
        Figures.dayAndTime(delivery.updatedAt()));
  }
}
