package io.airouter.persistence;

import io.airouter.history.DatabaseProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * Asks PostgreSQL now and then and remembers the answer. {@link #poll} runs on one thread; the
 * verdict is read by any, and a poll that hangs counts as no answer after a while.
 */
public final class PolledDatabaseProbe implements DatabaseProbe {
  private static final int VALID_WITHIN_SECONDS = 2;
  private static final Duration STALE = Duration.ofSeconds(10);
  private static final Verdict NOT_ASKED = new Verdict(false, "not asked yet");

  private final DataSource database;
  private final InstantSource clock;
  private volatile Answer latest;

  private record Answer(Verdict verdict, Instant at) {
    /** The answer after this one: the same state goes on from when it began. */
    Answer then(Verdict next, Instant now) {
      boolean changed = next.up() != verdict.up() || verdict.since().isEmpty();
      return new Answer(next.from(changed ? now : verdict.since().get()), now);
    }
  }

  public PolledDatabaseProbe(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.latest = new Answer(NOT_ASKED, clock.instant());
  }

  /** Asks once; blocks while the database does. */
  public void poll() {
    Verdict verdict = asked();
    latest = latest.then(verdict, clock.instant());
  }

  private Verdict asked() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(VALID_WITHIN_SECONDS)
          ? new Verdict(true, "PostgreSQL answers")
          : new Verdict(false, "PostgreSQL does not answer");
    } catch (SQLException e) {
      return new Verdict(false, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  @Override
  public Verdict verdict() {
    Answer answer = latest;
    boolean stale = answer.at().plus(STALE).isBefore(clock.instant());
    return stale
        ? new Verdict(false, "no answer since " + answer.at()).from(answer.at())
        : answer.verdict();
  }
}
