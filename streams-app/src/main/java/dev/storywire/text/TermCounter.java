package dev.storywire.text;

import com.dynatrace.hash4j.hashing.Hashing;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Counts the {@link Terms} of one article in one pass over its words. */
final class TermCounter {
  /** The lede: so many words from where the body begins. */
  private static final int LEDE_WORDS = 40;

  /** Words of the body that are read; what a reader has not met by then is not the news. */
  private static final int READ_WORDS = 1500;

  private static final int HEADLINE = 0;
  private static final int LEDE = 1;
  private static final int BODY = 2;

  private static final ThreadLocal<Map<String, Analyzer>> ANALYZERS =
      ThreadLocal.withInitial(HashMap::new);

  private final Analyzer analyzer;
  private final Tally words = new Tally();
  private final Tally pairs = new Tally();
  private final List<String> forms = new ArrayList<>();
  private int length;
  private int bodyWords;

  private TermCounter(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  static Terms count(CleanArticle article, String language) {
    Analyzer analyzer =
        ANALYZERS.get().computeIfAbsent(TermAnalyzers.key(language), TermAnalyzers::create);
    TermCounter counter = new TermCounter(analyzer);
    counter.read(article.headline(), true);
    for (String paragraph : article.paragraphs()) {
      if (counter.bodyWords >= READ_WORDS) {
        break;
      }
      counter.read(paragraph, false);
    }
    return counter.terms();
  }

  private void read(String text, boolean headline) {
    try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(text))) {
      CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      int before = 0;
      int beforeEnd = -1;
      while (tokens.incrementToken()) {
        int word = Hashing.wyhashFinal4().hashCharsToInt(stem);
        int field = headline ? HEADLINE : bodyWords++ < LEDE_WORDS ? LEDE : BODY;
        length++;
        if (words.add(word, field)) {
          forms.add(
              text.substring(offset.startOffset(), offset.endOffset()).toLowerCase(Locale.ROOT));
        }
        if (beforeEnd >= 0 && !sentenceEnds(text, beforeEnd, offset.startOffset())) {
          pairs.add(before * 0x9E3779B1 + word, field);
        }
        before = word;
        beforeEnd = offset.endOffset();
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a string cannot fail", e);
    }
  }

  private static boolean sentenceEnds(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == '\n') {
        return true;
      }
    }
    return false;
  }

  private Terms terms() {
    int[] word = words.heaviest(Terms.MAX_WORDS);
    int[] pair = pairs.heaviest(Terms.MAX_PAIRS);
    String[] form = Arrays.stream(word).mapToObj(forms::get).toArray(String[]::new);
    return new Terms(
        words.hashes(word),
        words.counts(word),
        form,
        pairs.hashes(pair),
        pairs.counts(pair),
        length);
  }

  /** Counts per term and field, terms numbered in the order they were first seen. */
  private static final class Tally {
    private final Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
    private final List<int[]> counts = new ArrayList<>();
    private final List<Integer> hashes = new ArrayList<>();

    /** Counts a term; true if it is new. */
    boolean add(int term, int field) {
      int number = numbers.getOrDefault(term, -1);
      if (number < 0) {
        numbers.put(term, counts.size());
        int[] first = new int[3];
        first[field] = 1;
        counts.add(first);
        hashes.add(term);
        return true;
      }
      counts.get(number)[field]++;
      return false;
    }

    int[] heaviest(int most) {
      return java.util.stream.IntStream.range(0, counts.size())
          .boxed()
          .sorted(Comparator.comparingInt(this::weight).reversed())
          .limit(most)
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private int weight(int number) {
      int[] count = counts.get(number);
      return 100 * count[HEADLINE] + 2 * count[LEDE] + count[BODY];
    }

    int[] hashes(int[] numbers) {
      return Arrays.stream(numbers).map(hashes::get).toArray();
    }

    byte[] counts(int[] numbers) {
      byte[] packed = new byte[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        int[] count = this.counts.get(numbers[i]);
        packed[i] = FieldCounts.pack(count[HEADLINE], count[LEDE], count[BODY]);
      }
      return packed;
    }
  }
}
