package io.airouter.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same request again and again on {@code connections} persistent connections, each waiting for
 * its answer before it asks again. Bounded in time and in number.
 */
record HttpLoad(InetSocketAddress server, String path, String json) {
  private static final int MOST_REQUESTS_A_CONNECTION = 200_000;

  Sample run(int connections, Duration time) {
    byte[] request = HttpConnection.post(server, path, json);
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Tally>> tallies = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        tallies.add(threads.submit(() -> ask(request, end)));
      }
      List<Tally> all = new ArrayList<>();
      for (Future<Tally> tally : tallies) {
        all.add(tally.get());
      }
      return sample(all, Duration.ofNanos(System.nanoTime() - begin));
    } catch (ExecutionException e) {
      throw new IllegalStateException("no answer from " + server + path, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Tally ask(byte[] request, long end) throws IOException {
    long[] nanos = new long[1024];
    int answered = 0;
    int failed = 0;
    HttpConnection connection = new HttpConnection(server);
    try {
      while (answered + failed < MOST_REQUESTS_A_CONNECTION && System.nanoTime() < end) {
        if (!connection.isReusable()) {
          connection.close();
          connection = new HttpConnection(server);
        }
        long sent = System.nanoTime();
        if (connection.exchange(request) == 200) {
          nanos = answered < nanos.length ? nanos : Arrays.copyOf(nanos, nanos.length * 2);
          nanos[answered++] = System.nanoTime() - sent;
        } else {
          failed++;
        }
      }
    } finally {
      connection.close();
    }
    return new Tally(Arrays.copyOf(nanos, answered), failed);
  }

  private static Sample sample(List<Tally> tallies, Duration elapsed) {
    long[] nanos = tallies.stream().flatMapToLong(t -> Arrays.stream(t.nanos)).sorted().toArray();
    int failed = tallies.stream().mapToInt(t -> t.failed).sum();
    Duration p50 = Duration.ofNanos(nanos.length == 0 ? 0 : nanos[nanos.length / 2]);
    return new Sample(nanos.length, failed, elapsed, p50, Duration.ZERO);
  }

  /** What one connection saw. */
  private static final class Tally {
    private final long[] nanos;
    private final int failed;

    Tally(long[] nanos, int failed) {
      this.nanos = nanos;
      this.failed = failed;
    }
  }
}
