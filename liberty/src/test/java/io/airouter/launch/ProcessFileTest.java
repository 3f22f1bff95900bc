package io.airouter.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFileTest {
  @TempDir private Path folder;

  @Test
  void aRunningProcessIsFoundAgain() throws Exception {
    ProcessFile file = new ProcessFile(folder.resolve("run/server.pid"));
    file.write(ProcessHandle.current());

    assertThat(file.running()).contains(ProcessHandle.current());
  }

  @Test
  void aStrangerWithTheSameNumberIsNotTakenForIt() throws Exception {
    Path path = folder.resolve("server.pid");
    Files.writeString(path, ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");

    assertThat(new ProcessFile(path).running()).isEmpty();
  }

  @Test
  void withoutAFileOrWithRubbishNothingRuns() throws Exception {
    Path rubbish = Files.writeString(folder.resolve("rubbish"), "hello");

    assertThat(new ProcessFile(folder.resolve("absent")).running()).isEmpty();
    assertThat(new ProcessFile(rubbish).running()).isEmpty();
  }
}
