package io.airouter.bench;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The HTTP plane: each load beside the simulator asked without a router. All loads take turns in
 * each round, so that what else the machine does meets them alike.
 */
final class HttpBench {
  private static final List<Integer> CONNECTIONS = List.of(1, 32);
  private static final int WARM_UP_CONNECTIONS = 8;
  private static final String QUERY =
      """
      {"query": "Explain the concept of machine learning", "context": {"user_id": "12345"}, \
      "priority": "high", "source_eid": "10.1.0.5", "dry_run": %s}""";
  private static final String CHAT =
      """
      {"model": "gpt-4", "stream": %s, "messages": [{"role": "user", \
      "content": "Explain the concept of machine learning"}]}""";

  private final List<Case> cases;
  private final Effort effort;
  private final Map<Row, List<Sample>> runs = new LinkedHashMap<>();

  /**
   * One line of the table.
   *
   * @param baseline what it is compared with; itself for a baseline
   */
  private record Case(String name, HttpLoad load, MeasuredProcess measured, String baseline) {}

  private record Row(String name, int connections) {}

  HttpBench(Planes planes, Effort effort) {
    this.effort = effort;
    InetSocketAddress endpoint = planes.endpoint();
    InetSocketAddress router = planes.http();
    String chat = "/v1/chat/completions";
    String alone = "simulator alone, JSON";
    String aloneStreamed = "simulator alone, streamed";
    this.cases =
        List.of(
            simulated(alone, new HttpLoad(endpoint, chat, CHAT.formatted(false)), planes),
            routed("POST /route, dry run", alone, route(router, true), planes),
            routed("POST /route, with call", alone, route(router, false), planes),
            routed(
                chat + ", JSON", alone, new HttpLoad(router, chat, CHAT.formatted(false)), planes),
            simulated(aloneStreamed, new HttpLoad(endpoint, chat, CHAT.formatted(true)), planes),
            routed(
                chat + ", streamed",
                aloneStreamed,
                new HttpLoad(router, chat, CHAT.formatted(true)),
                planes));
  }

  private static HttpLoad route(InetSocketAddress router, boolean dryRun) {
    return new HttpLoad(router, "/route", QUERY.formatted(dryRun));
  }

  private static Case simulated(String name, HttpLoad load, Planes planes) {
    return new Case(name, load, planes.simulator(), name);
  }

  private static Case routed(String name, String baseline, HttpLoad load, Planes planes) {
    return new Case(name, load, planes.server(), baseline);
  }

  void run() {
    for (Case one : cases) {
      one.load().run(WARM_UP_CONNECTIONS, effort.warmUp());
    }
    for (int round = 0; round < effort.rounds(); round++) {
      for (int connections : CONNECTIONS) {
        for (Case one : cases) {
          Sample sample = one.measured().charge(() -> one.load().run(connections, effort.run()));
          runs.computeIfAbsent(new Row(one.name(), connections), row -> new ArrayList<>())
              .add(sample);
        }
      }
    }
  }

  void print(PrintStream out) {
    out.printf(
        "%n%-32s %3s %11s %6s %9s %6s %11s %7s%n",
        "HTTP", "c", "CPU µs/req", "×", "p50 ms", "×", "requests/s", "failed");
    for (int connections : CONNECTIONS) {
      for (Case one : cases) {
        List<Sample> own = runs.get(new Row(one.name(), connections));
        List<Sample> base = runs.get(new Row(one.baseline(), connections));
        double cpu = Sample.median(own, Sample::cpuMicros);
        double p50 = Sample.median(own, Sample::p50Millis);
        out.printf(
            "%-32s %3d %11.0f %6.1f %9.2f %6.1f %11.0f %7d%n",
            one.name(),
            connections,
            cpu,
            cpu / Sample.median(base, Sample::cpuMicros),
            p50,
            p50 / Sample.median(base, Sample::p50Millis),
            Sample.median(own, Sample::perSecond),
            own.stream().mapToLong(Sample::failed).sum());
      }
    }
  }
}
