package dev.storywire.producer.formats;

import dev.storywire.producer.formats.agency.NewsMl1Reader;
import dev.storywire.producer.formats.agency.NewsMlG2Reader;
import dev.storywire.producer.formats.agency.NitfReader;
import dev.storywire.producer.formats.feed.FeedReader;
import dev.storywire.producer.formats.json.JsonFeedReader;
import dev.storywire.producer.formats.json.JsonLinesReader;
import dev.storywire.producer.formats.json.NinjsReader;
import dev.storywire.producer.formats.page.HtmlReader;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.text.AnpaReader;
import dev.storywire.producer.formats.text.TextReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The supported input formats. */
public enum Format {
  /** Detected from the content of each source; see {@link FormatDetector}. */
  AUTO,
  /** JSON Lines of flat articles or ninjs items. */
  JSONL,
  /** IPTC ninjs, 1.x or later. */
  NINJS,
  /** IPTC NewsML-G2 2.x. */
  NEWSML_G2,
  /** IPTC NewsML 1.x. */
  NEWSML_1,
  /** IPTC NITF 3.x. */
  NITF,
  /** RSS 0.9 to 2.0, RDF and Atom. */
  RSS,
  /** JSON Feed 1.0 and 1.1. */
  JSON_FEED,
  /** A web page. */
  HTML,
  /** ANPA 1312 or IPTC 7901, with its control characters. */
  ANPA,
  /** Plain text. */
  TEXT;

  /**
   * Returns the format with this option name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the valid names
   */
  public static Format of(String name) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values())
        .filter(format -> format.name().equals(constant))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format \"" + name + "\"; valid formats are " + names()));
  }

  /** Returns the name on the command line, e.g. {@code newsml-g2}. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String names() {
    return Arrays.stream(values()).map(Format::optionName).collect(Collectors.joining(", "));
  }

  /**
   * Reads all of {@code source}. Reports errors to {@code output} instead of throwing them, so that
   * the caller can continue with other sources.
   */
  public void read(Source source, ItemSink output) {
    ItemSink sink = new PublicationFilter(output);
    try {
      reader().read(source, sink);
    } catch (RefusedException e) {
      sink.refused(e.refusal(), source.name());
    } catch (IOException | UncheckedIOException e) {
      sink.refused(
          new dev.storywire.schemas.Refusal("unreadable", "cannot be read: " + e.getMessage()),
          source.name());
    }
  }

  private ItemReader reader() {
    return switch (this) {
      case AUTO -> (source, sink) -> FormatDetector.of(source).reader().read(source, sink);
      case JSONL -> new JsonLinesReader();
      case NINJS -> new NinjsReader();
      case NEWSML_G2 -> new NewsMlG2Reader();
      case NEWSML_1 -> new NewsMl1Reader();
      case NITF -> new NitfReader();
      case RSS -> new FeedReader();
      case JSON_FEED -> new JsonFeedReader();
      case HTML -> new HtmlReader();
      case ANPA -> new AnpaReader();
      case TEXT -> new TextReader();
    };
  }
}
