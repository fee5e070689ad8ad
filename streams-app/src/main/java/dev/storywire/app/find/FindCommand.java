package dev.storywire.app.find;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.app.process.Counted;
import dev.storywire.app.process.Exit;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code storywire find}: finds the records that still contain a text, and purges them.
 */
@Command(
    name = "find",
    description =
        "Search all topics and changelogs for a text or a uri, and list the records that contain"
            + " it, including those that compaction has not deleted yet.",
    footer = "%nExits with 1 if records contain the text.")
public final class FindCommand implements Callable<Integer> {
  private static final int MAX_MATCHES_SHOWN = 10;

  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Parameters(
      paramLabel = "TEXT",
      description =
          "Some words of one sentence, a headline or a uri. Case, markup and punctuation do not"
              + " matter.")
  private String text = "";

  @Option(
      names = "--purge",
      description =
          "Delete what can be deleted safely: records of the topic prepared that the service has"
              + " read. Explain the rest.")
  private boolean purge;

  @Option(
      names = "--with-earlier-records",
      description =
          "With --purge: also delete the records of raw and dead-letters, and all earlier ones of"
              + " their partitions.")
  private boolean withEarlier;

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      description = "Application id of the service (default: the prefix without its last dot).")
  private @Nullable String applicationId;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private record Result(List<TextMatch> found, List<String> purged) {}

  @Override
  public Integer call() throws JsonProcessingException {
    TextQuery query = new TextQuery(text);
    String id = applicationId == null ? kafka.prefix().replaceAll("[.]$", "") : applicationId;
    try (Admin admin = kafka.admin()) {
      TopicSearch search = new TopicSearch(admin, kafka.clientSettings(), kafka.prefix(), id);
      Map<String, List<TextMatch>> found = new LinkedHashMap<>();
      List<String> topics = search.topics();
      topics.forEach(topic -> found.put(topic, search.search(topic, query)));
      found.values().removeIf(List::isEmpty);
      List<String> purged = new ArrayList<>();
      if (purge) {
        Purge purging = new Purge(admin, kafka.prefix(), id, withEarlier);
        found.forEach((topic, records) -> purged.addAll(purging.run(topic, records)));
      }
      print(topics.size(), found, purged);
      return found.isEmpty() ? Exit.OK : Exit.FAILED;
    }
  }

  private void print(int topics, Map<String, List<TextMatch>> found, List<String> purged)
      throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      List<TextMatch> all = found.values().stream().flatMap(List::stream).toList();
      out.println(Json.mapper().writeValueAsString(new Result(all, purged)));
    } else {
      found.forEach((topic, records) -> print(topic, records, out));
      long records = found.values().stream().mapToLong(List::size).sum();
      out.printf("%s in %d of %d topics%n", Counted.of(records, "record"), found.size(), topics);
      purged.forEach(out::println);
    }
    out.flush();
  }

  private static void print(String topic, List<TextMatch> records, PrintWriter out) {
    out.printf("%s: %,d%n", topic, records.size());
    records.stream()
        .limit(MAX_MATCHES_SHOWN)
        .forEach(
            found ->
                out.printf(
                    "  %d@%d  %-8s  %s  %s%n",
                    found.partition(),
                    found.offset(),
                    found.kind().name().toLowerCase(Locale.ROOT),
                    found.timestamp(),
                    found.key()));
    if (records.size() > MAX_MATCHES_SHOWN) {
      out.printf("  and %,d more%n", records.size() - MAX_MATCHES_SHOWN);
    }
  }
}
