package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.item.PubStatusParser;
import dev.storywire.producer.formats.item.UrgencyParser;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Converts one ninjs 1.x item (field names in lower case) to a {@link NewsItem}. Fields without a
 * counterpart keep their names.
 *
 * @see <a href="https://iptc.org/std/ninjs/ninjs-schema_1.4.json">ninjs 1.4</a>
 */
final class Ninjs1 {
  private static final Map<String, String> BODY_TYPES =
      Map.of(
          "body_text", "text/plain",
          "body_html", "text/html",
          "body_xhtml", "application/xhtml+xml",
          "body_nitf", "application/nitf+xml");

  private static final String DESCRIPTION = "description_";

  private final JsonNode node;
  private final Set<String> used = new HashSet<>();

  Ninjs1(JsonNode node) {
    this.node = node;
  }

  /**
   * Converts the item.
   *
   * @throws RefusedException if it has no identity or no text, or if a field is invalid
   */
  NewsItem read() throws RefusedException {
    ItemBuilder draft = ItemBuilder.of(identity());
    draft.version = string("version");
    draft.versionCreated = time("versioncreated");
    draft.firstCreated = time("firstcreated");
    draft.contentCreated = time("contentcreated");
    draft.embargoedUntil = time("embargoed");
    draft.pubStatus = PubStatusParser.parse(string("pubstatus"));
    draft.urgency = UrgencyParser.parse(string("urgency"));
    draft
        .language(string("language"))
        .by(string("byline"))
        .slugline(string("slugline"))
        .edNote(string("ednote"))
        .located(string("located"))
        .copyrightHolder(string("copyrightholder"))
        .usageTerms(string("usageterms"));
    draft.headline("main", string("headline"));
    if (!node.has("headline")) {
      draft.headline("main", string("title"));
    }
    BODY_TYPES.keySet().stream()
        .sorted()
        .forEach(field -> draft.body(null, BODY_TYPES.getOrDefault(field, ""), string(field)));
    if (!draft.hasBody()) {
      captions(draft);
    }
    each("infosource", (key, s) -> draft.source(code(s), name(s), value(s, "rel")));
    if (node.path("source").isTextual()) {
      draft.source(string("source"), null);
    }
    if (node.path("provider").isTextual()) {
      draft.source(string("provider"), "provider");
    }
    each("subject", (key, s) -> draft.subject(code(s), name(s)));
    each("altids", (role, id) -> altId(draft, role, id));
    each("associations", (name, item) -> association(draft, name, item));
    node.properties().stream()
        .filter(field -> !used.contains(field.getKey()))
        .forEach(field -> draft.other(field.getKey(), field.getValue()));
    return draft.build();
  }

  /** Makes the descriptions bodies if there is no other: a caption is the text of a picture. */
  private void captions(ItemBuilder draft) {
    node.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> field.startsWith(DESCRIPTION))
        .sorted()
        .forEach(
            field ->
                draft.body(field.substring(DESCRIPTION.length()), "text/plain", string(field)));
  }

  /** Returns the uri of the item. AP appends a query to it, which is removed. */
  private @Nullable String identity() {
    String uri = string("uri", "guid");
    int query = uri == null ? -1 : uri.indexOf('?');
    return uri != null && query > 0 && node.path("altids").has("etag")
        ? uri.substring(0, query)
        : uri;
  }

  private static void altId(ItemBuilder draft, String key, JsonNode id) {
    String role = value(id, "role", "type");
    draft.altId(role == null ? key : role, id.isValueNode() ? id.asText() : value(id, "value"));
  }

  private static void association(ItemBuilder draft, String key, JsonNode item) {
    String role = value(item, "role", "rel", "name");
    String target = value(item, "uri", "guid", "id");
    draft.association(
        new NewsItem.Association(
            role == null && !key.isEmpty() ? key : role,
            target == null ? null : ItemUri.of(target),
            value(item, "type"),
            value(item, "href")));
  }

  /**
   * Calls {@code each} for each member of an object, or for each element of an array with "" as its
   * name.
   */
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

  /** Returns the text of the first field that is present. The elements of an array become lines. */
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

  private @Nullable Instant time(String field) throws RefusedException {
    String text = ItemBuilder.text(string(field));
    Instant time = DateParser.parse(text);
    if (text != null && time == null) {
      throw new RefusedException(
          "bad-date",
          field
              + " is \""
              + text
              + "\"; expected a time such as 2026-03-02T12:00:00Z, from 1900 to next year");
    }
    return time;
  }

  private static @Nullable String name(JsonNode node) {
    return node.isTextual() ? node.asText() : value(node, "name", "literal");
  }

  /** Returns the URI of a subject or source: 3.x has a URI, 1.x a scheme and a code within it. */
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
        return ItemBuilder.text(value.asText());
      }
    }
    return null;
  }
}
