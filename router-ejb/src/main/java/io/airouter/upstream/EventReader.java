package io.airouter.upstream;

import java.io.IOException;
import java.util.Optional;

/** Cuts a stream's octets into events; each framing has its own. Confined to one thread. */
interface EventReader {
  /** The next event, as soon as it is whole; empty at the end of input. */
  Optional<StreamEvent> next() throws IOException;
}
