package io.airouter.cluster;

import io.airouter.cluster.StoredChange.CredentialStored;
import io.airouter.cluster.StoredChange.EndpointStored;
import io.airouter.cluster.StoredChange.KeyStored;
import io.airouter.cluster.StoredChange.ModelStored;
import io.airouter.cluster.StoredChange.PolicyStored;
import io.airouter.cluster.StoredChange.RegistrationStored;
import io.airouter.cluster.StoredChange.SiteStored;
import io.airouter.cluster.StoredChange.UserStored;
import io.airouter.mapserver.MapServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings what this node holds in memory in line with what other nodes changed in the database.
 *
 * <p>A subject is read again a moment after it was followed: an edit of it on this node may have
 * been committed before the reading and shown after it, or the other way round, and so the older of
 * the two have come last. What cannot be read is tried again until it can. For one thread.
 */
public final class ChangeFollower {
  private static final Logger LOG = System.getLogger(ChangeFollower.class.getName());
  private static final Duration SECOND_LOOK = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Copies copies;
  private final InstantSource clock;
  private final Map<Subject, Instant> due = new LinkedHashMap<>();
  private volatile long failures;

  /**
   * What is held in memory.
   *
   * @param keys reads the API key of that id again
   * @param credentials reads the secret of that name again
   * @param users reads all users again
   * @param everything reads all keys and secrets again
   */
  public record Copies(
      CatalogueCopy catalogue,
      MapServer mapServer,
      Consumer<String> keys,
      Consumer<String> credentials,
      Runnable users,
      Runnable everything) {}

  /** What one reading brings up to date; several changes may come to the same. */
  private record Subject(Kind kind, Optional<String> name) {
    private Subject(Kind kind) {
      this(kind, Optional.empty());
    }

    @Override
    public String toString() {
      return kind + name.map(n -> " " + n).orElse("");
    }
  }

  private enum Kind {
    CATALOGUE,
    SITES,
    KEY,
    CREDENTIAL,
    USERS,
    EVERYTHING
  }

  public ChangeFollower(Copies copies, InstantSource clock) {
    this.copies = copies;
    this.clock = clock;
  }

  /** Follows changes of other nodes, in the order of versions. */
  public void follow(Collection<StoredChange> changes) {
    Set<Subject> subjects = new LinkedHashSet<>();
    Set<RegistrationStored> registrations = new LinkedHashSet<>();
    for (StoredChange change : changes) {
      subject(change).ifPresent(subjects::add);
      if (change instanceof RegistrationStored registration) {
        registrations.add(registration);
      }
    }
    subjects.forEach(subject -> look(subject, Optional.of(SECOND_LOOK)));
    if (!registrations.isEmpty()) {
      followRegistrations(registrations);
    }
  }

  /**
   * Has this node's own changes read again a moment later: a commit may have succeeded whose answer
   * never came, or the reading of another change have overtaken what this one showed.
   */
  public void lookLater(Collection<StoredChange> own) {
    Instant then = clock.instant().plus(SECOND_LOOK);
    own.stream()
        .flatMap(change -> subject(change).stream())
        .forEach(subject -> due.putIfAbsent(subject, then));
  }

  /** What is read again for a change; a registration's xTR says it again by itself. */
  private static Optional<Subject> subject(StoredChange change) {
    return switch (change) {
      case ModelStored _, EndpointStored _, PolicyStored _ ->
          Optional.of(new Subject(Kind.CATALOGUE));
      case SiteStored _ -> Optional.of(new Subject(Kind.SITES));
      case KeyStored key -> Optional.of(new Subject(Kind.KEY, Optional.of(key.id())));
      case CredentialStored c -> Optional.of(new Subject(Kind.CREDENTIAL, Optional.of(c.name())));
      case UserStored _ -> Optional.of(new Subject(Kind.USERS));
      case RegistrationStored _ -> Optional.empty();
    };
  }

  /** Of these the map-server itself knows what comes last, so that one look is enough. */
  private void followRegistrations(Set<RegistrationStored> registrations) {
    try {
      copies.mapServer().follow(registrations.stream().map(RegistrationStored::eid).toList());
    } catch (RuntimeException e) {
      failed("registrations", e);
      due.put(new Subject(Kind.EVERYTHING), clock.instant().plus(AFTER_FAILURE));
    }
  }

  /** Follows whatever may have changed, after an absence too long to know. */
  public void followAll() {
    look(new Subject(Kind.EVERYTHING), Optional.of(SECOND_LOOK));
  }

  /** Looks again where that is due; to be called about twice a second. */
  public void lookAgain() {
    Instant now = clock.instant();
    List<Subject> ripe =
        due.entrySet().stream()
            .filter(entry -> !entry.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .toList();
    ripe.forEach(due::remove);
    ripe.forEach(subject -> look(subject, Optional.empty()));
  }

  /** Takes up what xTRs refreshed at other nodes; to be called every few seconds. */
  public void followRefreshes() {
    try {
      copies.mapServer().followRefreshes();
    } catch (RuntimeException e) {
      failed("refreshes", e);
    }
  }

  /** Whether this node hears nothing of the others. */
  public void cutOff(boolean isCutOff) {
    copies.mapServer().cutOff(isCutOff);
  }

  public long failures() {
    return failures;
  }

  private void look(Subject subject, Optional<Duration> again) {
    try {
      read(subject);
      again.ifPresent(delay -> due.put(subject, clock.instant().plus(delay)));
    } catch (RuntimeException e) {
      failed(subject.toString(), e);
      due.put(subject, clock.instant().plus(AFTER_FAILURE));
    }
  }

  private void read(Subject subject) {
    String name = subject.name().orElse("");
    switch (subject.kind()) {
      case CATALOGUE -> copies.catalogue().reload();
      case SITES -> copies.mapServer().followSites();
      case KEY -> copies.keys().accept(name);
      case CREDENTIAL -> copies.credentials().accept(name);
      case USERS -> copies.users().run();
      case EVERYTHING -> {
        copies.users().run();
        copies.everything().run();
        copies.catalogue().reload();
        copies.mapServer().followSites();
        copies.mapServer().followAll();
      }
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  private void failed(String subject, RuntimeException e) {
    failures++;
    LOG.log(
        Level.WARNING,
        () -> "a change kept in the database, " + subject + ", is tried again: " + e);
  }
}
