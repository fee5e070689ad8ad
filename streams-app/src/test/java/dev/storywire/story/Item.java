package dev.storywire.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** Builds items for tests; by default in English and from one agency. */
public final class Item {
  /** Start of the event times. */
  public static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");

  private static final Preparation PREPARATION = new Preparation(LaneRule.parse("language"));

  private final ObjectNode json = Json.mapper().createObjectNode();
  private Instant sent = NOON;

  private Item(String uri) {
    json.put("uri", uri).put("language", "en");
    source("Harbour Wire");
  }

  public static Item of(String uri, String headline, String body) {
    Item item = new Item(uri);
    item.json.putArray("headlines").addObject().put("value", headline);
    item.json.putArray("bodies").addObject().put("contentType", "text/plain").put("value", body);
    return item;
  }

  Item version(int version) {
    return with("version", Integer.toString(version));
  }

  public Item source(String name) {
    json.putArray("infoSources").addObject().put("name", name);
    return this;
  }

  Item slugline(String slugline) {
    return with("slugline", slugline);
  }

  Item edNote(String note) {
    return with("edNote", note);
  }

  Item language(String tag) {
    return with("language", tag);
  }

  Item status(String pubStatus) {
    return with("pubStatus", pubStatus);
  }

  Item says(String role, String uri) {
    json.withArray("associations").addObject().put("role", role).put("uri", uri);
    return this;
  }

  /** Sets the event time and the time of the version, in minutes after noon. */
  Item minute(int minute) {
    return at(NOON.plus(Duration.ofMinutes(minute)));
  }

  /** Sets the event time and the time of the version. */
  public Item at(Instant time) {
    sent = time;
    return with("versionCreated", sent.toString());
  }

  public Instant sent() {
    return sent;
  }

  @Override
  public String toString() {
    return json.toString();
  }

  public byte[] bytes() {
    try {
      return Json.mapper().writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NewsItem news() {
    return read().item();
  }

  public PreparedArticle prepared() {
    NewsItemReader.Read read = read();
    return PREPARATION.prepare(read.item(), read.version(), sent.toEpochMilli());
  }

  private NewsItemReader.Read read() {
    return (NewsItemReader.Read) NewsItemReader.read(bytes());
  }

  private Item with(String field, String value) {
    json.put(field, value);
    return this;
  }
}
