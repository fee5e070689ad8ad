package dev.storywire.app;

import dev.storywire.app.audit.AuditCommand;
import dev.storywire.app.bench.BenchCommand;
import dev.storywire.app.broker.TopicsCommand;
import dev.storywire.app.client.ExplainCommand;
import dev.storywire.app.client.StoryCommand;
import dev.storywire.app.client.TailCommand;
import dev.storywire.app.demo.DemoCommand;
import dev.storywire.app.doctor.DoctorCommand;
import dev.storywire.app.edit.EditCommand;
import dev.storywire.app.find.FindCommand;
import dev.storywire.app.ingest.IngestCommand;
import dev.storywire.app.models.EvaluateCommand;
import dev.storywire.app.models.TrainCommand;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.NearestWord;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.process.Version;
import dev.storywire.app.replay.CompareCommand;
import dev.storywire.app.replay.PromoteCommand;
import dev.storywire.app.replay.ReplayCommand;
import dev.storywire.app.replay.ResetCommand;
import dev.storywire.app.service.RunCommand;
import dev.storywire.replay.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code storywire} command: runs a subcommand and maps its result to an exit code. */
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
      "0:success",
      "1:something failed or was refused; standard error has the reason",
      "2:the command line or a setting is invalid; nothing was done",
      "3:the compared results differ"
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      IngestCommand.class,
      ReplayCommand.class,
      CompareCommand.class,
      PromoteCommand.class,
      ResetCommand.class,
      TailCommand.class,
      StoryCommand.class,
      ExplainCommand.class,
      EditCommand.class,
      TopicsCommand.class,
      DoctorCommand.class,
      AuditCommand.class,
      FindCommand.class,
      BenchCommand.class,
      EvaluateCommand.class,
      TrainCommand.class
    })
public final class Storywire implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log at debug level, and print errors with stack traces.")
  void verbose(boolean on) {
    if (on) {
      Logs.verbose();
    }
  }

  /** Runs a command and exits the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns the command line. {@link CommandLine#execute} returns a code of {@link Exit}. */
  public static CommandLine commandLine() {
    return new CommandLine(new Storywire())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Storywire::invalid)
        .setExecutionExceptionHandler(errorHandler());
  }

  /**
   * Prints what is invalid in a command line, and how to get help. If only a subcommand is missing,
   * prints the usage, which lists them.
   */
  private static int invalid(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("storywire: " + failure.getMessage());
    boolean hasCommands = !command.getSubcommands().isEmpty();
    String name = command.getCommandSpec().qualifiedName();
    if (hasCommands && failure instanceof UnmatchedArgumentException unmatched) {
      Optional<String> meant =
          NearestWord.of(unmatched.getUnmatched().get(0), command.getSubcommands().keySet());
      err.println(
          meant
              .map(word -> "Did you mean '%s %s'?".formatted(name, word))
              .orElse("See '%s --help'.".formatted(name)));
    } else if (hasCommands) {
      command.usage(err);
    } else if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.printf("See '%s --help'.%n", name);
    }
    return Exit.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is required");
  }

  /** Prints an error that the operator can correct as a sentence, a bug with its stack trace. */
  private static IExecutionExceptionHandler errorHandler() {
    return (failure, command, parsed) -> {
      PrintWriter err = command.getErr();
      Optional<String> sentence = sentence(failure);
      if (sentence.isPresent() && !Logs.isVerbose()) {
        err.println("storywire: " + sentence.get());
      } else {
        failure.printStackTrace(err);
      }
      return failure instanceof OperatorError error ? error.exitCode() : Exit.FAILED;
    };
  }

  private static Optional<String> sentence(@Nullable Throwable failure) {
    if (failure instanceof NoSuchFileException missing) {
      return Optional.of("there is no file " + missing.getFile());
    }
    if (failure instanceof UncheckedIOException wrapped) {
      return sentence(wrapped.getCause());
    }
    // readers of labelled data report an invalid line by an IllegalArgumentException
    if (failure instanceof OperatorError
        || failure instanceof ReplayException
        || failure instanceof IOException
        || failure instanceof IllegalArgumentException) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
    return Optional.empty();
  }
}
