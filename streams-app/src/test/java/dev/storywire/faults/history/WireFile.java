package dev.storywire.faults.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.schemas.Json;
import dev.storywire.text.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a history from lines of {@code {id, source, title, body, publishedAt, language}}. */
public final class WireFile {
  private WireFile() {}

  /** Reads at most {@code most} lines of a gzipped file. */
  public static List<GeneratedHistory.Sent> read(Path file, int most) throws IOException {
    List<GeneratedHistory.Sent> history = new ArrayList<>();
    try (BufferedReader lines = TextFile.open(file)) {
      for (String line = lines.readLine();
          line != null && history.size() < most;
          line = lines.readLine()) {
        history.add(sent(Json.mapper().readTree(line)));
      }
    }
    return history;
  }

  private static GeneratedHistory.Sent sent(JsonNode line) {
    ObjectNode item = Json.mapper().createObjectNode();
    String uri = "urn:wire:" + line.path("id").asText();
    item.put("uri", uri).put("language", line.path("language").asText());
    String headlines = line.path("title").asText();
    if (!headlines.isBlank()) {
      item.putArray("headlines").addObject().put("value", headlines);
    }
    String body = line.path("body").asText();
    if (!body.isBlank()) {
      item.putArray("bodies").addObject().put("contentType", "text/plain").put("value", body);
    }
    item.putArray("infoSources").addObject().put("name", line.path("source").asText("wire"));
    return new GeneratedHistory.Sent(
        uri,
        item.toString().getBytes(StandardCharsets.UTF_8),
        Instant.parse(line.path("publishedAt").asText()));
  }
}
