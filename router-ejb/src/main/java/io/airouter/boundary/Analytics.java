package io.airouter.boundary;

import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficRange;
import io.airouter.history.TrafficReader;
import io.airouter.history.TrafficWindow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the routing history adds up to. Each method throws {@link HistoryUnavailableException} while
 * the database is gone.
 */
@Stateless
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Analytics {
  @Inject private TrafficReader reader;
  @Inject private InstantSource clock;

  /** The traffic up to now, its groups without a series each. */
  public TrafficReport traffic(TrafficRange range, TrafficDimension by) {
    return report(range, by, reader::groups);
  }

  /** The same with a series for each model. */
  public TrafficReport models(TrafficRange range) {
    return report(range, TrafficDimension.MODEL, reader::series);
  }

  private TrafficReport report(
      TrafficRange range,
      TrafficDimension by,
      BiFunction<TrafficWindow, TrafficDimension, List<TrafficGroup>> groups) {
    Instant now = clock.instant();
    TrafficWindow window = range.until(now);
    try {
      return new TrafficReport(
          range,
          window,
          by,
          reader.total(window),
          groups.apply(window, by),
          window.rolledUp() ? reader.rolledUpTo() : Optional.of(now));
    } catch (EJBException | PersistenceException e) {
      throw new HistoryUnavailableException(e);
    }
  }
}
