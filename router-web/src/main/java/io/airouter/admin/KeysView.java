package io.airouter.admin;

import io.airouter.access.CreatedKey;
import io.airouter.boundary.Accounts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The API keys on the Access page: made, with the secret shown once, and revoked for good. */
@Named
@ViewScoped
public class KeysView implements Serializable {
  @Serial private static final long serialVersionUID = 1;
  private static final int MAX_NAME = 100;

  @Inject private transient Accounts accounts;
  @Inject private transient Visitor visitor;
  @Inject private transient InstantSource clock;

  private String name = "";
  private int days = 90;
  private String revoking = "";
  private String secret = "";
  private String problem = "";
  private String done = "";

  /** Makes a key. */
  public void create() {
    clear();
    String wanted = name.strip();
    if (wanted.isEmpty()
        || wanted.length() > MAX_NAME
        || wanted.chars().anyMatch(Character::isISOControl)) {
      problem = "Name the application that will use the key, in 1 to 100 characters.";
      return;
    }
    Optional<Instant> expiry =
        days == 0 ? Optional.empty() : Optional.of(clock.instant().plus(Duration.ofDays(days)));
    CreatedKey created = accounts.createKey(wanted, expiry, visitor.getName());
    secret = created.secret();
    done = "Key " + wanted + " is made.";
    name = "";
  }

  /** Asks once more. */
  public void askToRevoke(String id) {
    clear();
    revoking = id;
  }

  public void keep() {
    revoking = "";
  }

  public void revoke() {
    String id = revoking;
    clear();
    done =
        accounts.revokeKey(id)
            ? "The key is revoked; it opens nothing any more."
            : "The key was revoked before.";
  }

  private void clear() {
    problem = "";
    done = "";
    secret = "";
    revoking = "";
  }

  public List<KeyRow> getKeys() {
    Instant now = clock.instant();
    return accounts.keys().stream().map(key -> KeyRow.of(key, now)).toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  public String getRevoking() {
    return revoking;
  }

  public String getSecret() {
    return secret;
  }

  public String getProblem() {
    return problem;
  }

  public String getDone() {
    return done;
  }
}
