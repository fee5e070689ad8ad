package dev.storywire.app;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code storywire} command: picks the subcommand and turns its outcome into an exit code. */
@Command(
    name = "storywire",
    description = "Live news stories out of raw wire feeds.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything asked for was done",
      "1:something failed or was refused; standard error says what",
      "2:the command line was not understood; nothing was done"
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      IngestCommand.class,
      TailCommand.class,
      StoryCommand.class,
      ExplainCommand.class,
      TopicsCommand.class,
      DoctorCommand.class,
      FrontCommand.class
    })
public final class Storywire implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log what the service and Kafka do, and print errors with their stack traces.")
  void verbose(boolean on) {
    if (on) {
      Logs.verbose();
    }
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /**
   * The command line, to be {@link CommandLine#execute executed}; returns one of {@link Exit}'s.
   */
  static CommandLine commandLine() {
    return new CommandLine(new Storywire())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(sayWhatFailed());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed; here they are");
  }

  /**
   * An operator's error is a sentence; anything else is a bug, and its stack trace is the report.
   */
  private static IExecutionExceptionHandler sayWhatFailed() {
    return (failure, command, parsed) -> {
      PrintWriter err = command.getErr();
      if (failure instanceof OperatorError && !Logs.isVerbose()) {
        err.println("storywire: " + failure.getMessage());
      } else {
        failure.printStackTrace(err);
      }
      return Exit.FAILED;
    };
  }
}
