package dev.storywire.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Attributes the processor time of this process to stages. Every {@value #INTERVAL_MILLIS} ms the
 * time that each thread has used since the last sample is credited to the stage of its current
 * stack. Time that no Java thread has used is the compiler's and the collector's.
 */
final class StageSampler implements AutoCloseable {
  private static final int INTERVAL_MILLIS = 100;
  private static final int MAX_DEPTH = 120;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final com.sun.management.OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, Stage.SAMPLER_THREAD);
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Long, Long> used = new HashMap<>();
  private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
  private final long processStart;

  /** Starts to sample. */
  StageSampler() {
    for (long id : threads.getAllThreadIds()) {
      used.put(id, threads.getThreadCpuTime(id));
    }
    this.processStart = process.getProcessCpuTime();
    var unused =
        timer.scheduleWithFixedDelay(
            this::sample, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void sample() {
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds(), MAX_DEPTH)) {
      if (thread == null) {
        continue;
      }
      long now = threads.getThreadCpuTime(thread.getThreadId());
      long delta = now - used.getOrDefault(thread.getThreadId(), 0L);
      used.put(thread.getThreadId(), now);
      if (delta > 0) {
        nanos.merge(Stage.of(thread.getThreadName(), thread.getStackTrace()), delta, Long::sum);
      }
    }
  }

  /** Stops and returns the processor time of each stage since the start, ns. */
  synchronized Map<Stage, Long> stop() {
    timer.shutdownNow();
    sample();
    long total = process.getProcessCpuTime() - processStart;
    long java = nanos.values().stream().mapToLong(Long::longValue).sum();
    nanos.put(Stage.VIRTUAL_MACHINE, Math.max(0, total - java));
    return new EnumMap<>(nanos);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
