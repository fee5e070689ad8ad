package dev.storywire.app.process;

/** Exit codes of the {@code storywire} command. */
public final class Exit {
  /** Everything asked for was done. */
  public static final int OK = 0;

  /** Something failed or was refused, wholly or in part; standard error says what. */
  public static final int FAILED = 1;

  /** The command line was not understood; nothing was done. */
  public static final int USAGE = 2;

  /** What was compared differs. */
  public static final int DIFFERENT = 3;

  private Exit() {}
}
