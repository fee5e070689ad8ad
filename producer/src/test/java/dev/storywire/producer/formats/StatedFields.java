package dev.storywire.producer.formats;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The fields that a test file of a feed parser states, and where an item has them. */
final class StatedFields {
  /** An expectation such as {@code entries[0]['title'] == 'Some words'}. */
  private static final Pattern STATED =
      Pattern.compile(
          "(entries\\[0]|feed)((?:\\['\\w+']|\\[\\d])+) == (?:'([^\\n]*?)'(?=\\s*(?:\\n| and ))|(\\S+))");

  private static final Pattern ITEM = Pattern.compile("<((?:\\w+:)?(?:item|entry))(?:\\s[^>]*)?>");
  private static final Pattern END =
      Pattern.compile("</((?:\\w+:)?)(channel|feed|RDF)>\\s*(?:</rss>)?\\s*$");

  private StatedFields() {}

  /** A field of a feed or its first entry with its stated value. */
  record Field(String path, @Nullable String value) {
    /**
     * Returns true if the item has the value, false if it has another, null if it has no such
     * field.
     */
    @Nullable Boolean isReadIn(NewsItem item) {
      List<String> read = read(item);
      String stated = words(value);
      return read == null
          ? null
          : read.isEmpty() ? stated.isEmpty() : read.stream().anyMatch(stated::equals);
    }

    private @Nullable List<String> read(NewsItem item) {
      return switch (path) {
        case "entries.title", "entries.title_detail.value" ->
            List.of(String.valueOf(item.headlines().get(0).value()));
        case "entries.description", "entries.summary", "entries.content.value" -> texts(item);
        case "entries.link" ->
            item.altIds().stream().map(id -> String.valueOf(id.value())).toList();
        case "entries.tags.scheme" ->
            item.subjects().stream().map(s -> String.valueOf(s.uri())).toList();
        case "entries.image.href" ->
            item.associations().stream().map(s -> String.valueOf(s.href())).toList();
        case "entries.summary_detail.language" -> List.of(String.valueOf(item.language()));
        case "feed.title" ->
            item.infoSources().stream().map(s -> String.valueOf(s.name())).toList();
        case "feed.author" -> List.of(String.valueOf(item.by()));
        case "entries.rights",
            "entries.copyright",
            "feed.rights",
            "feed.copyright",
            "feed.rights_detail.value" ->
            List.of(
                item.other().containsKey("copyrightNotice")
                    ? item.other().get("copyrightNotice").asText()
                    : "");
        default -> null;
      };
    }
  }

  static List<Field> of(String text) {
    List<Field> fields = new ArrayList<>();
    Matcher stated = STATED.matcher(text);
    while (stated.find()) {
      String path =
          (stated.group(1) + stated.group(2))
              .replaceAll("\\[\\d]", "")
              .replaceAll("\\['(\\w+)']", ".$1");
      fields.add(new Field(path, stated.group(3) == null ? stated.group(4) : stated.group(3)));
    }
    return fields;
  }

  /** Reads the first item. If the feed has none, or one without words, it gets a title. */
  static NewsItem withItem(String text) {
    NewsItem item = first(text);
    if (item != null) {
      return item;
    }
    Matcher start = ITEM.matcher(text);
    Matcher end = END.matcher(text);
    if (start.find()) {
      return only(
          text.substring(0, start.end()) + title(start.group(1)) + text.substring(start.end()));
    }
    if (end.find()) {
      String name = end.group(2).equals("feed") ? end.group(1) + "entry" : "item";
      String entry = "<" + name + ">" + title(name) + "</" + name + ">";
      return only(text.substring(0, end.start()) + entry + text.substring(end.start()));
    }
    throw new IllegalStateException("no feed");
  }

  private static NewsItem only(String text) {
    return Objects.requireNonNull(first(text), "no item");
  }

  private static String title(String item) {
    String prefix = item.substring(0, item.indexOf(':') + 1);
    return "<" + prefix + "title>Words</" + prefix + "title>";
  }

  private static @Nullable NewsItem first(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    List<NewsItem> items = Collected.read(Format.AUTO, Source.fetched("sample", null, bytes)).items;
    return items.isEmpty() ? null : items.get(0);
  }

  /** Returns the words of the texts; the other fields are without markup. */
  private static List<String> texts(NewsItem item) {
    Stream<String> bodies = item.bodies().stream().map(body -> String.valueOf(body.value()));
    Stream<String> descriptions =
        item.other().containsKey("descriptions")
            ? item.other().get("descriptions").findValuesAsText("value").stream()
            : Stream.of();
    return Stream.concat(bodies, descriptions).map(StatedFields::words).toList();
  }

  private static String words(@Nullable String markup) {
    return Jsoup.parse(String.valueOf(markup)).text();
  }
}
