package dev.storywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.process.Exit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the commands with a broker, but without a service. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CommandsIT {
  @TempDir static Path directory;
  private static EmbeddedBroker broker;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void topicsFailsUntilTheTopicsExist() {
    assertThat(run("topics", "--prefix=made.")).isEqualTo(Exit.FAILED);
    assertThat(out.toString()).contains("made.raw", "missing");

    assertThat(run("topics", "--prefix=made.", "--create", "--partitions=3")).isEqualTo(Exit.OK);

    assertThat(out.toString()).contains("made.story-events").contains("cleanup.policy=compact");
    assertThat(run("topics", "--prefix=made.", "--json")).isEqualTo(Exit.OK);
    assertThat(out.toString()).startsWith("[").contains("\"name\" : \"made.raw\"");
  }

  @Test
  void ingestCountsDeliveredAndRefusedItems() throws IOException {
    run("topics", "--prefix=in.", "--create");
    Path lines = directory.resolve("news.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"a1","title":"Ferry service resumes","body":"Boats ran again.","publishedAt":"2026-03-12T08:00:00Z"}
        not json
        """);

    int exit = run("ingest", "--prefix=in.", "--format=jsonl", lines.toString());

    assertThat(exit).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("1 item in in.raw, 1 refused (");
  }

  @Test
  void ingestFailsWithoutTheTopic() {
    assertThat(run("ingest", "--prefix=no.", directory.toString())).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("there is no topic no.raw");
  }

  @Test
  void followFailsWithoutASource() {
    run("topics", "--prefix=follow.", "--create");

    int exit = run("ingest", "--prefix=follow.", "--follow", directory.resolve("none").toString());

    assertThat(exit).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("is not a URL, a directory or a list of feeds");
  }

  @Test
  void tailStopsAtTheEndOfTheTopicOnRequest() {
    run("topics", "--prefix=tail.", "--create");

    assertThat(run("tail", "--prefix=tail.", "events", "--from-beginning", "--no-follow"))
        .isEqualTo(Exit.OK);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tailStatesThatItPrintsNoEarlierRecords() {
    run("topics", "--prefix=tail.", "--create");

    assertThat(run("tail", "--prefix=tail.", "stories", "--no-follow")).isEqualTo(Exit.OK);

    assertThat(err.toString())
        .contains("from the end of tail.stories", "--from-beginning prints the earlier records");
  }

  @Test
  void doctorAcceptsTheBrokerAndAdvisesToStartTheService() throws Exception {
    run("topics", "--prefix=well.", "--create");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .alterConsumerGroupOffsets(
              "well-webhook-ferries",
              Map.of(new TopicPartition("well.story-events", 0), new OffsetAndMetadata(0)))
          .all()
          .get();
    }

    assertThat(run("doctor", "--prefix=well.", "--data=" + directory)).isEqualTo(Exit.OK);

    assertThat(out.toString())
        .containsPattern("ok +broker +1 reachable, metadata version 4")
        .containsPattern("ok +exactly-once")
        .containsPattern("ok +topic +well.raw, 4 partitions")
        .containsPattern("warn +group +well does not exist")
        .containsPattern("warn +webhook +ferries: 0 members, 0 unread events");
  }

  @Test
  void findListsRecordsAndPurgesNoneThatTheServiceHasNotRead() throws IOException {
    run("topics", "--prefix=find.", "--create");
    Path lines = directory.resolve("find.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"f1","title":"Ferry resumes","body":"Boats <b>ran</b> again.","publishedAt":"2026-03-12T08:00:00Z"}
        """);
    run("ingest", "--prefix=find.", "--format=jsonl", lines.toString());

    assertThat(run("find", "--prefix=find.", "boats ran, again")).isEqualTo(Exit.FAILED);
    assertThat(out.toString()).contains("find.raw: 1", "1 record in 1 of 6 topics");
    assertThat(run("find", "--prefix=find.", "--purge", "boats ran again")).isEqualTo(Exit.FAILED);
    assertThat(out.toString()).contains("--with-earlier-records deletes them");
    run("find", "--prefix=find.", "--purge", "--with-earlier-records", "boats ran again");
    assertThat(out.toString()).contains("the service has not read the record yet");
    assertThat(run("find", "--prefix=find.", "boats sank")).isEqualTo(Exit.OK);
    assertThat(run("find", "--prefix=find.", "a!")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("'a!' is too short to search for");
  }

  @Test
  void refusesAMisspeltCommandLine() {
    assertThat(run("tail", "weather")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("weather");
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commandLine =
        Storywire.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setDefaultValueProvider(
                option ->
                    option.isOption()
                            && ((CommandLine.Model.OptionSpec) option)
                                .longestName()
                                .equals("--bootstrap-servers")
                        ? broker.bootstrapServers()
                        : null);
    return commandLine.execute(args);
  }
}
