package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.Tags;
import dev.storywire.text.TokenizedText;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reads tagged text in columns, with the token first and the BIO tag last (the format of
 * CoNLL-2003, with tabs or spaces). A blank line ends a sentence; {@code -DOCSTART-} begins a
 * document. Without it, each sentence is a document. Files whose names end in {@code .gz} are gzip.
 */
final class ColumnFile {
  private static final String DOCUMENT_START = "-DOCSTART-";

  private ColumnFile() {}

  static List<TaggedText> read(Path file) {
    Builder builder = new Builder();
    lines(file).forEach(line -> add(file, line, builder));
    return builder.finish();
  }

  private static List<ColumnLines.Line> lines(Path file) {
    try {
      return ColumnLines.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static void add(Path file, ColumnLines.Line line, Builder builder) {
    try {
      builder.line(line.text());
    } catch (IllegalArgumentException e) {
      String expected = ": expected TOKEN<tab>TAG with a BIO tag of PER, ORG, LOC or MISC";
      throw new IllegalArgumentException(file + ", line " + line.number() + expected, e);
    }
  }

  /** Copies a file with other tags, given for each of its documents. */
  static void retag(Path file, List<byte[]> tags, Path out) throws IOException {
    Iterator<Integer> all =
        tags.stream()
            .flatMap(
                document -> IntStream.range(0, document.length).mapToObj(i -> (int) document[i]))
            .iterator();
    try (Writer writer = create(out)) {
      for (ColumnLines.Line read : ColumnLines.read(file)) {
        String line = read.text();
        boolean token = !line.isBlank() && !line.startsWith(DOCUMENT_START);
        writer.write(token ? token(line) + "\t" + Tags.name(all.next()) : line);
        writer.write("\n");
      }
    }
  }

  private static Writer create(Path file) throws IOException {
    OutputStream stream = Files.newOutputStream(file);
    if (file.toString().endsWith(".gz")) {
      stream = new GZIPOutputStream(stream);
    }
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static String token(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != '\t' && line.charAt(end) != ' ') {
      end++;
    }
    if (end == 0 || end == line.length()) {
      throw new IllegalArgumentException("No tag in: " + line);
    }
    return line.substring(0, end);
  }

  private static final class Builder {
    private final List<TaggedText> documents = new ArrayList<>();
    private boolean marked;
    private StringBuilder text = new StringBuilder();
    private IntArrayList starts = new IntArrayList();
    private IntArrayList ends = new IntArrayList();
    private IntArrayList sentenceEnds = new IntArrayList();
    private ByteArrayOutputStream tags = new ByteArrayOutputStream();

    void line(String line) {
      if (line.isBlank()) {
        endSentence();
        if (!marked) {
          endDocument();
        }
      } else if (line.startsWith(DOCUMENT_START)) {
        marked = true;
        endDocument();
      } else {
        String token = token(line);
        tags.write(
            Tags.parse(
                line.substring(line.lastIndexOf(line.contains("\t") ? '\t' : ' ') + 1).strip()));
        starts.add(text.length());
        text.append(token);
        ends.add(text.length());
        text.append(' ');
      }
    }

    private void endSentence() {
      if (ends.size()
          > (sentenceEnds.isEmpty() ? 0 : sentenceEnds.getInt(sentenceEnds.size() - 1))) {
        sentenceEnds.add(ends.size());
      }
    }

    private void endDocument() {
      endSentence();
      if (!ends.isEmpty()) {
        TokenizedText tokens =
            new TokenizedText(
                text.toString(), starts.toIntArray(), ends.toIntArray(), sentenceEnds.toIntArray());
        documents.add(new TaggedText(tokens, tags.toByteArray()));
      }
      text = new StringBuilder();
      starts = new IntArrayList();
      ends = new IntArrayList();
      sentenceEnds = new IntArrayList();
      tags = new ByteArrayOutputStream();
    }

    List<TaggedText> finish() {
      endDocument();
      return documents;
    }
  }
}
