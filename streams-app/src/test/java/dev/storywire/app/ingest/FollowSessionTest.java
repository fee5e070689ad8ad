package dev.storywire.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.follow.FollowOptions;
import dev.storywire.producer.follow.FollowTargets;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.producer.send.JsonLinesWriter;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowSessionTest {
  @TempDir Path directory;

  @Test
  void reportsTheStatusOfASource() throws Exception {
    Path drop = Files.createDirectory(directory.resolve("drop"));
    Files.writeString(
        drop.resolve("ferry.txt"),
        "Ferry service resumes\n\nBoats ran again on Thursday morning.\n");
    FollowOptions options =
        FollowOptions.of(new FollowTargets(List.of(), List.of(drop)), directory.resolve("state"));
    ByteArrayOutputStream taken = new ByteArrayOutputStream();

    StringWriter report = new StringWriter();
    try (ItemWriter writer = new JsonLinesWriter(taken);
        FollowSession session = FollowSession.start(options, writer, 0)) {
      awaitMetric(session, "outcome=\"new\"", "1.0");
      session.report(new PrintWriter(report), false);
    }

    assertThat(taken.toString(StandardCharsets.UTF_8)).contains("Boats ran again");
    assertThat(report.toString()).contains("drop: 1 new, 0 revised, 0 unchanged, 0 refused; read ");
  }

  private static void awaitMetric(FollowSession session, String label, String value)
      throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + session.metricsPort() + "/metrics"))
            .build();
    String metrics = "";
    for (int i = 0; i < 100; i++) {
      metrics = client.send(request, BodyHandlers.ofString()).body();
      if (metrics.lines().anyMatch(line -> line.contains(label) && line.endsWith(value))) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new AssertionError("no " + label + " " + value + " in:\n" + metrics);
  }
}
