package dev.storywire.producer.formats.feed;

import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.TextDecoder;
import dev.storywire.producer.formats.xml.XmlTree;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Reads a list of sources to follow: OPML, as feed readers export it, or plain lines. A line is a
 * URL or path, plain or as an item of a YAML list ({@code - URL}, {@code - url: URL}); {@code #}
 * begins a comment, and a line that ends in a colon is a heading.
 *
 * @see <a href="http://opml.org/spec2.opml">OPML 2.0</a>
 */
public final class FeedList {
  private static final Pattern LINE =
      Pattern.compile("(?:-\\s+)?(?:(?:url|path):\\s+)?[\"']?([^\"'\\s]\\S*?)[\"']?(?:\\s+#.*)?");

  /** Ignores repairs of the XML. A list has no items. */
  private static final ItemSink IGNORED =
      new ItemSink() {
        @Override
        public void item(NewsItem item, String where) {}

        @Override
        public void refused(Refusal refusal, String where) {}
      };

  private FeedList() {}

  /** Returns the URLs and paths in the order of the file. */
  public static List<String> read(Path file) throws IOException, RefusedException {
    Source source = Source.file(file);
    String text = TextDecoder.text(source, IGNORED).strip();
    List<String> entries = text.startsWith("<") ? opml(source) : lines(text);
    if (entries.isEmpty()) {
      throw new RefusedException("no-feeds", "the list " + file + " contains no URL or path");
    }
    return entries;
  }

  private static List<String> opml(Source source) throws IOException, RefusedException {
    List<String> urls = new ArrayList<>();
    for (Element outline : XmlTree.below(XmlTree.parse(source, IGNORED), "outline")) {
      String url = XmlTree.attribute(outline, "xmlUrl");
      if (url != null) {
        urls.add(url);
      }
    }
    return urls;
  }

  private static List<String> lines(String text) throws RefusedException {
    List<String> entries = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#") || line.endsWith(":")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new RefusedException(
            "bad-list", "the line \"" + line + "\" is neither a URL nor a path");
      }
      entries.add(matcher.group(1));
    }
    return entries;
  }
}
