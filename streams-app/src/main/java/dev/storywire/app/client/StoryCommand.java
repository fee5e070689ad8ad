package dev.storywire.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.process.Counted;
import dev.storywire.app.process.Exit;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire story}: shows a story of the running service. */
@Command(name = "story", description = "Show a story: headline, summary, names and articles.")
public final class StoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServiceOptions service;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(paramLabel = "ID", description = "Id of the story, as shown by tail and the page.")
  private String id;

  @Override
  public Integer call() throws JsonProcessingException {
    String answer =
        service.client().get("/api/stories/" + ServiceClient.segment(id), "application/json");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer);
    } else {
      Story story =
          Json.mapper().treeToValue(Json.mapper().readTree(answer).get("story"), Story.class);
      if (!story.storyId().equals(id)) {
        out.println(id + " was merged into " + story.storyId() + ":");
      }
      print(story, out);
    }
    return Exit.OK;
  }

  private static void print(Story story, PrintWriter out) {
    out.println(story.headline());
    story.summary().forEach(sentence -> out.println("  " + sentence.text()));
    out.printf(
        "%s, %s (%s) from %s, opened %s, updated %s%n",
        story.status().name().toLowerCase(Locale.ROOT),
        Counted.of(story.articleCount(), "article"),
        Counted.of(story.copyCount(), "copy", "copies"),
        Counted.of(story.sourceCount(), "source"),
        story.firstSeen(),
        story.lastUpdated());
    out.println(
        story.entities().stream()
            .limit(8)
            .map(entity -> entity.name() + " (" + entity.mentions() + ")")
            .collect(Collectors.joining(", ", "Names: ", "")));
    for (Story.Member article : story.articles()) {
      out.printf(
          "  %s  %-12s %s  <%s>%s%n",
          article.publishedAt(),
          article.source(),
          article.headline(),
          article.uri(),
          article.copyOf() == null ? "" : ", a copy of <" + article.copyOf() + ">");
    }
    if (story.articles().size() < story.articleCount()) {
      out.printf("  and %d older%n", story.articleCount() - story.articles().size());
    }
  }
}
