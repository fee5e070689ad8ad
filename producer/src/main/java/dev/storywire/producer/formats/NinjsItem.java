package dev.storywire.producer.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One ninjs item as JSON, 1.x or later, on its way to a {@link NewsItem}. Fields that have no place
 * there are kept under their own names.
 */
final class NinjsItem {
  private static final Map<String, String> BODY_TYPES =
      Map.of(
          "body_text", "text/plain",
          "body_html", "text/html",
          "body_xhtml", "application/xhtml+xml",
          "body_nitf", "application/nitf+xml");

  private final JsonNode node;
  private final Set<String> used = new HashSet<>();

  private NinjsItem(JsonNode node) {
    this.node = node;
  }

  static boolean looksLikeOne(JsonNode node) {
    return (node.has("uri") || node.has("guid"))
        && (node.has("headline")
            || node.has("headlines")
            || node.has("title")
            || node.has("bodies")
            || node.has("type")
            || node.has("pubStatus")
            || node.has("pubstatus")
            || BODY_TYPES.keySet().stream().anyMatch(node::has));
  }

  /**
   * The item.
   *
   * @throws RefusedException if it has no identity or no text, or a field says what cannot be true
   */
  static NewsItem read(JsonNode node) throws RefusedException {
    return new NinjsItem(node).read();
  }

  private NewsItem read() throws RefusedException {
    Draft draft = Draft.of(identity());
    draft.version = string("version");
    draft.versionCreated = time("versionCreated", "versioncreated");
    draft.firstCreated = time("firstCreated", "firstcreated");
    draft.contentCreated = time("contentCreated", "contentcreated");
    draft.embargoedUntil = time("embargoedUntil", "embargoed");
    draft.pubStatus = Status.parse(string("pubStatus", "pubstatus"));
    draft.urgency = Urgency.parse(string("urgency"));
    draft
        .language(string("language"))
        .by(string("by", "byline"))
        .slugline(string("slugline"))
        .edNote(string("edNote", "ednote"))
        .located(string("located"))
        .copyrightHolder(string("copyrightHolder", "copyrightholder"))
        .usageTerms(string("usageTerms", "usageterms"));
    each("headlines", (key, h) -> draft.headline(value(h, "role"), value(h, "value")));
    draft.headline("main", string("headline"));
    if (!node.has("headline") && !node.has("headlines")) {
      draft.headline("main", string("title"));
    }
    each(
        "bodies",
        (key, b) -> {
          String type = value(b, "contentType", "contenttype");
          draft.body(value(b, "role"), type == null ? "text/plain" : type, value(b, "value"));
        });
    BODY_TYPES.keySet().stream()
        .sorted()
        .forEach(field -> draft.body(null, BODY_TYPES.getOrDefault(field, ""), string(field)));
    each("infoSources", (key, s) -> draft.source(value(s, "uri"), name(s), value(s, "role")));
    each("infosource", (key, s) -> draft.source(code(s), name(s), value(s, "rel")));
    if (node.path("source").isTextual()) {
      draft.source(string("source"), null);
    }
    if (node.path("provider").isTextual()) {
      draft.source(string("provider"), "provider");
    }
    each("subjects", (key, s) -> draft.subject(code(s), name(s)));
    each("subject", (key, s) -> draft.subject(code(s), name(s)));
    each("altIds", (role, id) -> altId(draft, role, id));
    each("altids", (role, id) -> altId(draft, role, id));
    each("associations", (name, item) -> association(draft, name, item));
    node.properties().stream()
        .filter(field -> !used.contains(field.getKey()))
        .forEach(field -> draft.other(field.getKey(), field.getValue()));
    return draft.build();
  }

  /** AP's uri carries the query that found it; what stands before the query is the item's. */
  private @Nullable String identity() {
    String uri = string("uri", "guid");
    int query = uri == null ? -1 : uri.indexOf('?');
    return uri != null && query > 0 && node.path("altids").has("etag")
        ? uri.substring(0, query)
        : uri;
  }

  private static void altId(Draft draft, String key, JsonNode id) {
    String role = value(id, "role", "type");
    draft.altId(role == null ? key : role, id.isValueNode() ? id.asText() : value(id, "value"));
  }

  private static void association(Draft draft, String key, JsonNode item) {
    String role = value(item, "role", "rel", "name");
    draft.association(
        new NewsItem.Association(
            role == null && !key.isEmpty() ? key : role,
            value(item, "uri", "guid", "id"),
            value(item, "type"),
            value(item, "href")));
  }

  /** Calls {@code each} for the members of an object, or for the elements of an array with "". */
  private void each(String field, BiConsumer<String, JsonNode> each) {
    JsonNode values = node.path(field);
    if (values.isContainerNode()) {
      used.add(field);
      if (values.isObject()) {
        values.properties().forEach(member -> each.accept(member.getKey(), member.getValue()));
      } else {
        values.forEach(element -> each.accept("", element));
      }
    }
  }

  /** Text of the first of these fields that is there; an array's elements become its lines. */
  private @Nullable String string(String... fields) {
    for (String field : fields) {
      JsonNode value = node.path(field);
      if (value.isValueNode() && !value.isNull()) {
        used.add(field);
        return value.asText();
      }
      if (value.isArray() && !value.isEmpty() && value.get(0).isTextual()) {
        used.add(field);
        StringBuilder lines = new StringBuilder();
        value.forEach(line -> lines.append(line.asText()).append('\n'));
        return lines.toString();
      }
    }
    return null;
  }

  private @Nullable Instant time(String... fields) throws RefusedException {
    String text = Draft.text(string(fields));
    Instant time = WireTime.parse(text);
    if (text != null && time == null) {
      throw new RefusedException(
          "bad-time", fields[0] + " is \"" + text + "\"; it should be an RFC 3339 time");
    }
    return time;
  }

  private static @Nullable String name(JsonNode node) {
    return node.isTextual() ? node.asText() : value(node, "name", "literal");
  }

  /** A subject's or source's URI: 3.x says it; 1.x gives a scheme and a code within it. */
  private static @Nullable String code(JsonNode node) {
    String uri = value(node, "uri");
    String scheme = value(node, "scheme");
    String code = value(node, "code", "qcode");
    return uri != null ? uri : scheme != null && code != null ? scheme + ":" + code : code;
  }

  private static @Nullable String value(JsonNode node, String... fields) {
    for (String field : fields) {
      JsonNode value = node.path(field);
      if (value.isValueNode() && !value.isNull()) {
        return Draft.text(value.asText());
      }
    }
    return null;
  }
}
