package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import java.util.List;

/**
 * What the store says now, which other nodes write too.
 *
 * @param whole the EID-Prefixes of which {@code kept} holds all that is registered, so that what is
 *     not in it is gone; of others it only holds news
 */
record StoreView(List<EidPrefix> whole, List<Registration> kept, List<AcceptedNonces> nonces) {
  StoreView {
    whole = List.copyOf(whole);
    kept = List.copyOf(kept);
    nonces = List.copyOf(nonces);
  }
}
