package io.airouter.admin;

import io.airouter.boundary.PlaneHealth;
import io.airouter.boundary.PlaneStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** What a page says while it cannot be filled: since when the database is away, and why. */
@Named
@RequestScoped
public class DatabaseAway {
  @Inject private PlaneHealth planes;

  /** Such as {@code since 22 Nov 10:15:02 UTC}; empty where nobody noticed yet. */
  public String getSince() {
    PlaneStatus database = planes.database();
    String since = database.details().getOrDefault("since", "");
    return database.up() || since.isEmpty()
        ? "just now"
        : "since " + Figures.dayAndTime(Instant.parse(since)) + " UTC";
  }

  public String getReason() {
    PlaneStatus database = planes.database();
    return database.up() ? "" : database.details().getOrDefault("detail", "");
  }
}
