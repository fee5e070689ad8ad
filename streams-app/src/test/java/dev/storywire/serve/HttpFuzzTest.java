package dev.storywire.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.fuzz.FuzzRun;
import dev.storywire.fuzz.Mutations;
import dev.storywire.producer.formats.json.NinjsItem;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.query.Intakes;
import dev.storywire.serve.query.ItemIntake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends mutated requests to the HTTP API: each gets an answer, and no server error. */
class HttpFuzzTest {
  private static final Path EXAMPLES =
      Path.of("../schemas/src/main/resources/dev/storywire/schemas/examples");

  private static final List<String> PATHS =
      List.of(
          "/api/stories?q=bridge&status=open&lane=en&limit=5&minArticles=1&minSources=1",
          "/api/stories?q=%22harbour+bridge%22+-ferry&source=Harbour%20Wire&within=6h",
          "/api/stories?since=2026-03-02T00:00:00Z&until=2026-03-03&cursor=MTc3MjQ1Mjgw",
          "/api/volume?q=bridge&within=2d",
          "/api/stories/s1",
          "/api/stories/s1/events?after=0",
          "/api/articles/urn%3As1",
          "/api/explain/urn%3As1",
          "/api/changes/urn%3As1?version=1",
          "/api/dead-letters?limit=5",
          "/api/dead-letters/0-0",
          "/api/entities?q=tove&type=PER&limit=3",
          "/api/entities/tove-lind",
          "/feeds/stories.atom?q=bridge",
          "/feeds/stories/s1.json",
          "/feeds/entities/tove-lind.atom",
          "/api/status?local=true",
          "/api/openapi.json",
          "/api/schemas/raw",
          "/?q=bridge",
          "/stories/s1",
          "/entities/tove-lind",
          "/health/ready",
          "/page/js/main.js");

  private static final String ITEM_TOKEN = "of-the-feeds";
  private static final String EDIT_TOKEN = "of-the-editors";
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);

  private final InMemoryQueries queries = new InMemoryQueries();
  private TestServer service;

  @BeforeEach
  void start() {
    service =
        TestServer.over(
            queries,
            HttpSettings.defaults()
                .withAddress("127.0.0.1", 0)
                .withItemToken(ITEM_TOKEN)
                .withEditToken(EDIT_TOKEN),
            Set::of,
            new Intakes(items -> items.stream().map(HttpFuzzTest::take).toList(), edit -> {}));
    queries.publish(StoryFixtures.open("s1", "Harbour bridge closed", 0));
    queries.publish(StoryFixtures.merged("s2", "s1"));
    queries.publish(StoryFixtures.usable("urn:s1", "s1", "Harbour bridge closed"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void everyRequestIsAnsweredWithoutAServerError() {
    FuzzRun.ofServer("http", samples(), HttpFuzzTest::mutated).run(3_000, this::request);
  }

  private static List<byte[]> samples() {
    List<byte[]> samples = new ArrayList<>();
    for (String path : PATHS) {
      String head = "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nIf-None-Match: \"x\"";
      samples.add(request(head.formatted(path).getBytes(ISO_8859_1), new byte[0]));
    }
    for (byte[] item : FuzzRun.files(EXAMPLES, "raw.")) {
      samples.add(post("/api/items", ITEM_TOKEN, item));
    }
    for (byte[] edit : FuzzRun.files(EXAMPLES, "edits.")) {
      samples.add(post("/api/edits", EDIT_TOKEN, edit));
    }
    return samples;
  }

  private static byte[] post(String path, String token, byte[] body) {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: %d";
    return request(head.formatted(path, token, body.length).getBytes(ISO_8859_1), body);
  }

  private static byte[] request(byte[] head, byte[] body) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head);
    request.writeBytes(END_OF_HEAD);
    request.writeBytes(body);
    return request.toByteArray();
  }

  /** Mutates a whole request, its target, or its body. */
  private static byte[] mutated(Random random, List<byte[]> samples) {
    byte[] sample = samples.get(random.nextInt(samples.size()));
    String text = new String(sample, ISO_8859_1);
    int body = text.indexOf("\r\n\r\n") + END_OF_HEAD.length;
    if (random.nextInt(4) == 0) {
      return Mutations.of(random, sample, samples);
    }
    if (body < sample.length) {
      String[] start = text.split(" ", 3);
      String token = start[1].endsWith("items") ? ITEM_TOKEN : EDIT_TOKEN;
      byte[] value = Arrays.copyOfRange(sample, body, sample.length);
      return post(start[1], token, FuzzRun.mutatedJson(random, List.of(value)));
    }
    String[] parts = text.split(" ", 3);
    byte[] target = Mutations.of(random, parts[1].getBytes(ISO_8859_1), samples);
    String written =
        random.nextBoolean()
            ? new String(target, ISO_8859_1).replaceAll("[\\s\\p{Cntrl}]", "+")
            : encoded(parts[1], target);
    return (parts[0] + " " + written + " " + parts[2]).getBytes(ISO_8859_1);
  }

  /** Encodes what no path or query contains, so that damaged values arrive as they are. */
  private static String encoded(String path, byte[] target) {
    StringBuilder encoded = new StringBuilder(path.substring(0, 1));
    for (int i = 1; i < target.length; i++) {
      char c = (char) (target[i] & 0xFF);
      boolean kept = (Character.isLetterOrDigit(c) && c < 128) || "/?&=.-_".indexOf(c) >= 0;
      encoded.append(kept ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  /** Takes an item as the service does, but stores nothing. */
  private static ItemIntake.Result take(JsonNode item) {
    try {
      return ItemIntake.Result.accepted(NinjsItem.read(item).uri());
    } catch (RefusedException e) {
      return ItemIntake.Result.refused(null, e.refusal().code(), e.refusal().reason());
    }
  }

  private String request(byte[] input) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(300_000);
      send(socket, input);
      String status = statusLine(socket.getInputStream());
      assertThat(status).as("no answer, or an answer").matches("|HTTP/1.1 ([1234]\\d\\d|505).*");
      return status.isEmpty() ? "closed" : status.substring(9, 12);
    }
  }

  /** Closes the output after the request, so that an incomplete one is complete. */
  private static void send(Socket socket, byte[] input) {
    try {
      socket.getOutputStream().write(input);
      socket.shutdownOutput();
    } catch (IOException e) {
      // the server has answered already and closed the connection
    }
  }

  private static String statusLine(InputStream in) {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0 && c != '\r' && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("no answer within five minutes", e);
    } catch (IOException e) {
      // reset by the server after an answer that was not read
    }
    return line.toString();
  }
}
