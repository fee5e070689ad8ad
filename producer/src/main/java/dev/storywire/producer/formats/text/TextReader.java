package dev.storywire.producer.formats.text;

import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.TextDecoder;
import java.io.IOException;

/**
 * Reads a plain text file as one article. A short first line is the headline; the rest is the body.
 * The path of the file, relative to the input directory, identifies the article.
 */
public final class TextReader implements ItemReader {
  /** A first line longer than this is a paragraph. */
  private static final int MAX_HEADLINE = 200;

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    String text = TextDecoder.text(source, sink).replaceAll("\r\n?", "\n").strip();
    int end = text.indexOf('\n');
    boolean headed = end > 0 && end <= MAX_HEADLINE;
    ItemBuilder draft = ItemBuilder.of(source.id());
    if (headed) {
      draft.headline("main", text.substring(0, end));
    }
    draft.body(null, "text/plain", headed ? text.substring(end) : text);
    sink.item(draft.build(), source.name());
  }
}
