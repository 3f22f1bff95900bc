package io.airouter.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Linux tells of the host below {@code /proc}. On another system, or where a line reads
 * otherwise than expected, the figure is absent.
 *
 * @param root {@code /proc}, or where a test put its files
 */
record HostFiles(Path root) {
  private static final long KIB = 1024;

  /** Octets since the host started. */
  record Traffic(long received, long sent, long loopback) {}

  /** Octets. */
  record Memory(long total, long available) {}

  Optional<Memory> memory() {
    Map<String, Long> kibibytes = new HashMap<>();
    for (String line : lines("meminfo")) {
      String[] words = line.split("[:\\s]+", -1);
      if (words.length > 1 && words[1].matches("\\d{1,15}")) {
        kibibytes.put(words[0], Long.valueOf(words[1]));
      }
    }
    Long total = kibibytes.get("MemTotal");
    Long available = kibibytes.get("MemAvailable");
    return total == null || available == null
        ? Optional.empty()
        : Optional.of(new Memory(total * KIB, available * KIB));
  }

  /** The sum over all interfaces, loopback apart. */
  Optional<Traffic> traffic() {
    Traffic sum = new Traffic(0, 0, 0);
    boolean found = false;
    for (String line : lines("net/dev")) {
      // "  eth0: received-bytes and 7 more, sent-bytes and 7 more"
      String[] words = line.strip().split("[:\\s]+", -1);
      if (words.length >= 10 && words[1].matches("\\d{1,18}") && words[9].matches("\\d{1,18}")) {
        sum = plus(sum, words[0], Long.parseLong(words[1]), Long.parseLong(words[9]));
        found = true;
      }
    }
    return found ? Optional.of(sum) : Optional.empty();
  }

  private static Traffic plus(Traffic sum, String card, long received, long sent) {
    return card.equals("lo")
        ? new Traffic(sum.received(), sum.sent(), sum.loopback() + sent)
        : new Traffic(sum.received() + received, sum.sent() + sent, sum.loopback());
  }

  private List<String> lines(String file) {
    try {
      Path path = root.resolve(file);
      return Files.isReadable(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
