package io.airouter.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file in the data folder that names a process by number and start time, so that a later launcher
 * finds it again and never takes a stranger with a reused number for it.
 */
record ProcessFile(Path file) {

  void write(ProcessHandle process) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, process.pid() + "\n" + started(process) + "\n");
  }

  /** The process written, if it is the same and still runs. */
  Optional<ProcessHandle> running() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 2 || !lines.get(0).matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0)))
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process).equals(lines.get(1)));
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
