package dev.storywire.entities;

import dev.storywire.text.TokenizedText;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Tagged text in two columns, token and BIO tag (CoNLL-2003's form, tab-separated): a blank line
 * ends a sentence, {@code -DOCSTART-} opens a document. Where documents are not marked, each
 * sentence is its own. Names ending in {@code .gz} are unpacked.
 */
final class ColumnFile {
  private static final String DOCUMENT_START = "-DOCSTART-";

  private ColumnFile() {}

  static List<TaggedText> read(Path file) {
    Builder builder = new Builder();
    int number = 0;
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        builder.line(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + number
              + ": expected TOKEN<tab>TAG with a BIO tag of PER, ORG, LOC or MISC",
          e);
    }
    return builder.finish();
  }

  /** Writes documents so that {@link #read} reads the same. */
  static void write(Iterable<TaggedText> documents, Writer out) throws IOException {
    for (TaggedText document : documents) {
      out.write(DOCUMENT_START + "\tO\n\n");
      TokenizedText text = document.text();
      for (int s = 0; s < text.sentenceCount(); s++) {
        for (int i = text.sentenceFrom(s); i < text.sentenceTo(s); i++) {
          out.write(text.token(i) + "\t" + Tags.name(document.tags()[i]) + "\n");
        }
        out.write("\n");
      }
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream stream = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) {
      stream = new GZIPInputStream(stream);
    }
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
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
        int tab = line.indexOf('\t');
        if (tab < 1) {
          throw new IllegalArgumentException("No tab in: " + line);
        }
        tags.write(Tags.parse(line.substring(tab + 1).strip()));
        starts.add(text.length());
        text.append(line, 0, tab);
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
