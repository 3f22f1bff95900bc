package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditLog;
import io.airouter.cluster.Node;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log levels of this node, switched while it runs; a restart brings back the configured ones.
 * The container lets one thread in at a time.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.ADMIN)
public class LogSwitch {
  /** The logger above all of the router's. */
  public static final String ROUTER = "io.airouter";

  /** The words for levels, from the most to the least talkative. */
  public static final List<String> LEVELS =
      List.of("trace", "debug", "info", "warning", "error", "off");

  private static final Map<String, Level> BY_WORD =
      Map.of(
          "trace", Level.FINER,
          "debug", Level.FINE,
          "info", Level.INFO,
          "warning", Level.WARNING,
          "error", Level.SEVERE,
          "off", Level.OFF);

  /** Held, because loggers are weakly referenced and would forget their level. */
  private final SortedMap<String, Logger> switched = new TreeMap<>();

  @Inject private AuditLog audit;
  @Inject private InstantSource clock;
  @Inject private Node node;
  @Resource private SessionContext session;

  /** Whether that logger may be switched. */
  public static boolean isOfTheRouter(String logger) {
    return logger.matches("io\\.airouter(\\.[A-Za-z0-9_$]+)*") && logger.length() <= 200;
  }

  /** The node whose levels these are. */
  public String node() {
    return node.name();
  }

  /** The router's own level and those that were switched, by logger. */
  public SortedMap<String, String> levels() {
    SortedMap<String, String> levels = new TreeMap<>();
    levels.put(ROUTER, word(Logger.getLogger(ROUTER)));
    switched.forEach((name, logger) -> levels.put(name, word(logger)));
    return levels;
  }

  /**
   * Switches one logger and all below it that have no level of their own.
   *
   * @param level one of {@link #LEVELS}; empty for that of the logger above
   */
  public void set(String logger, Optional<String> level) {
    if (!isOfTheRouter(logger)) {
      throw new IllegalArgumentException(logger + " is none of the router's loggers");
    }
    Logger named = Logger.getLogger(logger);
    boolean isInherited = level.isEmpty() && !logger.equals(ROUTER);
    // The topmost has nothing to inherit from; info is what it starts with by default.
    named.setLevel(isInherited ? null : BY_WORD.get(level.orElse("info")));
    if (isInherited) {
      switched.remove(logger);
    } else {
      switched.put(logger, named);
    }
    audit.append(
        new AuditEntry(
            clock.instant(),
            session.getCallerPrincipal().getName(),
            "log_level.set",
            logger,
            level.orElse("inherit") + " on node " + node.name()));
  }

  private static String word(Logger logger) {
    Level level = logger.getLevel() == null ? Level.INFO : logger.getLevel();
    return LEVELS.stream()
        .filter(word -> BY_WORD.get(word).intValue() >= level.intValue())
        .findFirst()
        .orElse("off");
  }
}
