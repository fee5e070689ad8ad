package dev.storywire.producer.formats;

import java.io.IOException;

/**
 * Reads a plain text file as one article: a short first line is its headline, the rest its body.
 * The file's path below the given directory identifies it.
 */
final class TextReader implements ItemReader {
  /** A first line longer than this is a paragraph. */
  private static final int MAX_HEADLINE = 200;

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    String text = Decoded.text(source.bytes(), source.contentType()).strip();
    int end = text.indexOf('\n');
    boolean headed = end > 0 && end <= MAX_HEADLINE;
    Draft draft = Draft.of(source.id());
    if (headed) {
      draft.headline("main", text.substring(0, end));
    }
    draft.body(null, "text/plain", headed ? text.substring(end) : text);
    sink.item(draft.build(), source.name());
  }
}
