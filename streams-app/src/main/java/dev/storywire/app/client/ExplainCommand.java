package dev.storywire.app.client;

import dev.storywire.app.process.Exit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire explain}: explains the assignment of an article. */
@Command(name = "explain", description = "Explain why an article is in its story, or in none.")
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServiceOptions service;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(paramLabel = "URI", description = "The article's uri.")
  private String uri;

  @Override
  public Integer call() {
    String answer =
        service
            .client()
            .get(
                "/api/explain/" + ServiceClient.segment(uri),
                json ? "application/json" : "text/plain");
    spec.commandLine().getOut().println(answer.stripTrailing());
    return Exit.OK;
  }
}
