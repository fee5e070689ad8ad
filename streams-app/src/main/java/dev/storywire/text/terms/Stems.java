package dev.storywire.text.terms;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Extracts the stemmed, lower-cased words of a text, without stop words. */
public final class Stems {
  private static final ThreadLocal<Map<String, Analyzer>> ANALYZERS =
      ThreadLocal.withInitial(HashMap::new);

  private Stems() {}

  /** Receives each stem with the position of its word in the text. */
  interface Reader {
    void word(CharSequence stem, int start, int end);
  }

  /** Returns the hash of a word in {@link Terms}. */
  public static int hash(CharSequence stem) {
    return Hashing.wyhashFinal4().hashCharsToInt(stem);
  }

  /** Returns the distinct stems of a text, sorted. */
  public static Set<String> distinct(String text, String language) {
    Set<String> stems = new TreeSet<>();
    read(text, language, (stem, start, end) -> stems.add(stem.toString()));
    return stems;
  }

  static void read(String text, String language, Reader reader) {
    Analyzer analyzer =
        ANALYZERS.get().computeIfAbsent(TermAnalyzers.key(language), TermAnalyzers::create);
    try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(text))) {
      CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        reader.word(stem, offset.startOffset(), offset.endOffset());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a string failed", e);
    }
  }
}
