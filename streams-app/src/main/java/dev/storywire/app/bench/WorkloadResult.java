package dev.storywire.app.bench;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The measurements of one workload.
 *
 * @param readyMillis time from the start of the service until it runs
 * @param perSecond articles a second over the second half of the run
 * @param overall articles a second from the start of the service on
 * @param fromSecond10 articles a second from second 10 to 20 after the start; NaN in a shorter run
 * @param emptyPerSecond records a second of the empty topology
 * @param cpuMillis processor time of the whole process per article, ms, from the start on
 * @param tenths articles a second over each tenth of the run
 * @param stages the share of each stage in it
 */
@RecordBuilder
record WorkloadResult(
    String name,
    long articles,
    long readyMillis,
    double perSecond,
    double overall,
    double fromSecond10,
    List<Double> tenths,
    double emptyPerSecond,
    double cpuMillis,
    Map<Stage, Double> stages,
    @Nullable Latency latency,
    @Nullable Restart restart) {

  /** Returns the rate as a share of the empty topology's rate. */
  double share() {
    return perSecond / emptyPerSecond;
  }
}
