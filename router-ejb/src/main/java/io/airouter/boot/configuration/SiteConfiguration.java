package io.airouter.boot.configuration;

import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import java.util.List;
import java.util.Objects;

/**
 * A LISP site as the file describes it: who may register which EIDs, proven by which keys.
 *
 * @param eidPrefixes all of the site's one Instance-ID; a name prefix ends in {@code *}
 * @param acceptMoreSpecifics whether EIDs within a prefix are accepted, or the prefix only
 * @param keys at least one, their Key IDs distinct
 */
public record SiteConfiguration(
    String name,
    List<EidPrefix> eidPrefixes,
    boolean acceptMoreSpecifics,
    List<Key> keys,
    Replay replay,
    NotifyPort notifyPort) {

  public SiteConfiguration {
    Objects.requireNonNull(name);
    eidPrefixes = List.copyOf(eidPrefixes);
    keys = List.copyOf(keys);
    Objects.requireNonNull(replay);
    Objects.requireNonNull(notifyPort);
  }

  /** A key by its Key ID, 0..255, bound to one algorithm. */
  public record Key(int id, AuthenticationAlgorithm algorithm, Secret secret) {
    public Key {
      Objects.requireNonNull(algorithm);
      Objects.requireNonNull(secret);
    }
  }

  /** What a nonce must be against those seen before. */
  public enum Replay {
    /** Greater than the last. */
    STRICT,
    /** Not seen within the window. */
    WINDOW,
    OFF
  }

  /** Where a Map-Notify goes; RFC 9301 says both (§5 and §5.7). */
  public enum NotifyPort {
    LISP_CONTROL,
    /** The Map-Register's source port, for peers behind NAT or on a shared address. */
    SOURCE
  }
}
