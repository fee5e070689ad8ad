package dev.storywire.app.process;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress display on standard error, for interactive use. */
public final class Terminal {
  /** Set by the launcher, because Java cannot detect a terminal on standard error. */
  private static final String PROPERTY = "storywire.terminal";

  private Terminal() {}

  static boolean present() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** Returns a progress bar, or null if standard error is not a terminal. */
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
