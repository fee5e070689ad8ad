package dev.storywire.app.process;

/** Exit codes of the {@code storywire} command. */
public final class Exit {
  /** Success. */
  public static final int OK = 0;

  /** Something failed or was refused, at least in part; standard error has the reason. */
  public static final int FAILED = 1;

  /** The command line or a setting is invalid; nothing was done. */
  public static final int USAGE = 2;

  /** The compared results differ. */
  public static final int DIFFERENT = 3;

  private Exit() {}
}
