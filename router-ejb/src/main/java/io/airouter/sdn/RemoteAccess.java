package io.airouter.sdn;

/** Makes the client of a controller; whoever asks closes it. */
@FunctionalInterface
public interface RemoteAccess {
  RemoteMappings to(Controller controller);
}
