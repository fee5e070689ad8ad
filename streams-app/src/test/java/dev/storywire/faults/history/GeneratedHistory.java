package dev.storywire.faults.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A generated wire, determined by its seed: stories of several desks, each with reports, copies,
 * new versions, kills and resent items; and unreadable records.
 */
public final class GeneratedHistory {
  private static final int AT_A_TIME = 12;
  private static final List<String> BROKEN = List.of("{", "[1]", "{}", "\0", "{\"uri\":\"u\"}");

  private final SplittableRandom random;
  private final Duration step;
  private final List<GeneratedStory> stories = new ArrayList<>();
  private final List<ObjectNode> recent = new ArrayList<>();
  private Instant now;
  private int number;

  private GeneratedHistory(long seed, Instant begin, Duration step) {
    this.now = begin;
    this.random = new SplittableRandom(seed);
    this.step = step;
  }

  /** A raw record: key, value and event time. */
  public record Sent(String key, byte[] value, Instant at) {}

  /**
   * Generates a history.
   *
   * @param begin event time of the begin
   * @param step mean time between two records
   */
  public static List<Sent> of(long seed, int records, Instant begin, Duration step) {
    GeneratedHistory wire = new GeneratedHistory(seed, begin, step);
    List<Sent> history = new ArrayList<>();
    while (history.size() < records) {
      history.add(wire.next());
    }
    return List.copyOf(history);
  }

  private Sent next() {
    now = now.plusMillis(1 + random.nextLong(2 * step.toMillis()));
    number++;
    if (stories.isEmpty() || random.nextInt(40) == 0) {
      stories.add(new GeneratedStory(random.nextLong()));
      if (stories.size() > AT_A_TIME) {
        stories.remove(0);
      }
    }
    int what = recent.isEmpty() ? 0 : random.nextInt(100);
    if (what < 55) {
      return sent(remember(report()));
    } else if (what < 75) {
      return sent(remember(reprint(some())));
    } else if (what < 88) {
      return sent(newVersion(some(), "usable"));
    } else if (what < 90) {
      return sent(newVersion(some(), "canceled"));
    } else if (what < 92) {
      return sent(newVersion(some(), "withheld"));
    } else if (what < 98) {
      return sent(some());
    }
    String broken = BROKEN.get(random.nextInt(BROKEN.size()));
    return new Sent("broken-" + number, broken.getBytes(StandardCharsets.UTF_8), now);
  }

  private ObjectNode report() {
    GeneratedStory story = stories.get(random.nextInt(stories.size()));
    return item("urn:report:" + number, story.desk(), story.headline(random), story.text(random));
  }

  private ObjectNode reprint(ObjectNode of) {
    String body = of.path("bodies").path(0).path("value").asText();
    String kept = body.substring(0, body.length() * (random.nextBoolean() ? 4 : 3) / 4);
    String headline = of.path("headlines").path(0).path("value").asText();
    return item("urn:reprint:" + number, of.path("desk").asText(), headline, kept);
  }

  private ObjectNode item(String uri, String desk, String headline, String body) {
    ObjectNode item = Json.mapper().createObjectNode();
    item.put("uri", uri).put("version", "1").put("versionCreated", now.toString());
    item.put("pubStatus", "usable").put("language", "en").put("desk", desk);
    item.putArray("headlines").addObject().put("role", "main").put("value", headline);
    item.putArray("bodies").addObject().put("contentType", "text/plain").put("value", body);
    item.putArray("infoSources").addObject().put("name", "Agency " + random.nextInt(9));
    return item;
  }

  /** Returns the next version. One in ten moves to another desk, and so to another lane. */
  private ObjectNode newVersion(ObjectNode of, String status) {
    of.put("version", Integer.toString(of.path("version").asInt() + 1));
    of.put("versionCreated", now.toString()).put("pubStatus", status);
    if (random.nextInt(10) == 0) {
      of.put("desk", GeneratedStory.DESKS.get(random.nextInt(GeneratedStory.DESKS.size())));
    }
    ObjectNode body = (ObjectNode) of.path("bodies").path(0);
    body.put("value", body.path("value").asText() + " More is expected in the next hours.");
    return of;
  }

  private ObjectNode remember(ObjectNode item) {
    recent.add(item);
    if (recent.size() > 200) {
      recent.remove(0);
    }
    return item;
  }

  private ObjectNode some() {
    return recent.get(random.nextInt(recent.size()));
  }

  private Sent sent(ObjectNode item) {
    return new Sent(
        item.path("uri").asText(), item.toString().getBytes(StandardCharsets.UTF_8), now);
  }
}
