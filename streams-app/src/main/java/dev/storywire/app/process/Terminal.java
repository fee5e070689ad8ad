package dev.storywire.app.process;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** What a person who waits is shown on standard error. */
public final class Terminal {
  /** Set by the launcher, because Java cannot tell where standard error goes. */
  private static final String PROPERTY = "storywire.terminal";

  private Terminal() {}

  static boolean present() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** A bar over a known amount of work; null where nobody watches. */
  public static @Nullable ProgressBar progressBar(
      String task, long amount, String unit, long unitSize) {
    if (!present()) {
      return null;
    }
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(amount)
        .setUnit(" " + unit, unitSize)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(250)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }
}
