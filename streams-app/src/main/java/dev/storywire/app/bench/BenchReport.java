package dev.storywire.app.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The measurements of a benchmark run.
 *
 * @param release versions of Storywire, Kafka and Java
 * @param processors number of processors that are available to the JVM
 */
record BenchReport(String release, int processors, List<WorkloadResult> workloads) {

  void print(PrintWriter out) {
    out.printf("%s, %d processors%n%n", release, processors);
    out.printf(
        "%-18s %9s %8s %9s %9s %9s %7s %9s%n",
        "workload", "articles", "ready", "10-20 s", "articles", "empty", "share", "CPU ms");
    out.printf(
        "%-18s %9s %8s %9s %9s %9s %7s %9s%n", "", "", "s", "/s", "/s", "/s", "", "/article");
    for (WorkloadResult result : workloads) {
      out.printf(
          "%-18s %,9d %8.1f %9s %,9.0f %,9.0f %6.1f%% %9.2f%n",
          result.name(),
          result.articles(),
          result.readyMillis() / 1000.0,
          orDash(result.fromSecond10()),
          result.perSecond(),
          result.emptyPerSecond(),
          100 * result.share(),
          result.cpuMillis());
    }
    workloads.forEach(result -> printDetails(result, out));
    out.flush();
  }

  private static String orDash(double rate) {
    return Double.isNaN(rate) ? "-" : "%,.0f".formatted(rate);
  }

  private static void printDetails(WorkloadResult result, PrintWriter out) {
    out.printf("%n%s: processor time of an article by stage%n", result.name());
    result.stages().entrySet().stream()
        .sorted(Map.Entry.<Stage, Double>comparingByValue().reversed())
        .forEach(
            entry ->
                out.printf(
                    "  %7.2f ms  %5.1f%%  %s%n",
                    entry.getValue() * result.cpuMillis(),
                    100 * entry.getValue(),
                    entry.getKey().label()));
    out.printf(
        "%s: articles a second over each tenth of the run: %s%n",
        result.name(),
        result.tenths().stream().map(BenchReport::orDash).collect(Collectors.joining(" ")));
    Restart restart = result.restart();
    if (restart != null) {
      out.printf(
          "%s: second start with %,d MB of stores: ready after %.1f s, first result after %.1f s%n",
          result.name(),
          restart.storeBytes() / 1_000_000,
          restart.local().readyMillis() / 1000.0,
          restart.local().firstMillis() / 1000.0);
      out.printf(
          "%s: second start without stores: ready after %.1f s, first result after %.1f s%n",
          result.name(),
          restart.restored().readyMillis() / 1000.0,
          restart.restored().firstMillis() / 1000.0);
    }
    Latency latency = result.latency();
    if (latency != null) {
      out.printf(
          "%s: latency at %d a second: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms (%,d"
              + " articles)%n",
          result.name(),
          latency.rate(),
          latency.p50(),
          latency.p90(),
          latency.p99(),
          latency.max(),
          latency.articles());
    }
  }
}
