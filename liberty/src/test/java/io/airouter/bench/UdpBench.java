package io.airouter.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The DNS and LISP planes: queries a second of the server's CPU time. */
final class UdpBench {
  private static final List<String> NAMES =
      List.of(
          "gpt-4.ai-workload.internal",
          "claude-3.ai-workload.internal",
          "gpt-3.5-fast.ai-workload.internal",
          "llama3.2-local.ai-workload.internal");
  private static final List<Integer> EIDS = List.of(0x0a640001, 0x0a640002, 0x0a640003, 0x0a640004);

  private final Planes planes;
  private final Effort effort;
  private final Map<String, UdpLoad> loads = new LinkedHashMap<>();
  private final Map<String, List<Sample>> runs = new LinkedHashMap<>();

  UdpBench(Planes planes, Effort effort) {
    this.planes = planes;
    this.effort = effort;
    List<String> services = NAMES.stream().map(name -> "_http._tcp." + name).toList();
    loads.put("DNS A", new UdpLoad(planes.dns(), new Datagrams.Dns(NAMES, Datagrams.Dns.A)));
    loads.put("DNS SRV", new UdpLoad(planes.dns(), new Datagrams.Dns(services, Datagrams.Dns.SRV)));
    loads.put("LISP Map-Request", new UdpLoad(planes.lisp(), new Datagrams.MapRequests(EIDS)));
  }

  void run() {
    loads.values().forEach(load -> load.run(effort.warmUp()));
    for (int round = 0; round < effort.rounds(); round++) {
      loads.forEach(
          (name, load) ->
              runs.computeIfAbsent(name, row -> new ArrayList<>())
                  .add(planes.server().charge(() -> load.run(effort.run()))));
    }
  }

  void print(PrintStream out) {
    out.printf(
        "%n%-32s %15s %11s %12s %7s%n", "UDP", "per CPU-second", "CPU µs", "answers/s", "failed");
    runs.forEach(
        (name, samples) ->
            out.printf(
                "%-32s %15.0f %11.1f %12.0f %7d%n",
                name,
                Sample.median(samples, Sample::perCpuSecond),
                Sample.median(samples, Sample::cpuMicros),
                Sample.median(samples, Sample::perSecond),
                samples.stream().mapToLong(Sample::failed).sum()));
  }
}
