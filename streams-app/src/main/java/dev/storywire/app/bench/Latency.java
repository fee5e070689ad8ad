package dev.storywire.app.bench;

import java.util.Arrays;

/**
 * Percentiles of the time from produce to the read-committed result, ms.
 *
 * @param rate articles produced a second
 * @param articles number measured
 */
record Latency(int rate, int articles, double p50, double p90, double p99, double max) {
  static Latency of(int rate, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latency(
        rate,
        sorted.length,
        percentile(sorted, 0.5),
        percentile(sorted, 0.9),
        percentile(sorted, 0.99),
        percentile(sorted, 1));
  }

  private static double percentile(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
