package dev.storywire.story;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.storywire.text.Terms;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Story ids: the minute the story opened, words of the headline that opened it, and a hash of the
 * lane and the uri, as in {@code 20260312T0914-harbour-bridge-closed-5f0c9a1e}. Sortable by time,
 * readable, and the same at every replay.
 */
final class StoryIds {
  private static final int MAX_WORDS = 4;
  private static final int MAX_WORD_CHARS = 14;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");

  private StoryIds() {}

  static String of(PreparedArticle article, long openedAt) {
    List<String> parts = new ArrayList<>();
    parts.add(MINUTE.format(Instant.ofEpochMilli(openedAt)));
    Terms terms = article.terms();
    for (int i = 0; i < terms.wordCount() && parts.size() <= MAX_WORDS; i++) {
      String word = plain(terms.form(i));
      if (terms.wordInHeadline(i) > 0 && word.length() > 2) {
        parts.add(word);
      }
    }
    long hash = Hashing.wyhashFinal4().hashCharsToLong(article.lane() + '\n' + article.uri());
    parts.add(String.format(Locale.ROOT, "%08x", (int) hash));
    return String.join("-", parts);
  }

  private static String plain(String word) {
    String ascii = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String letters = NOT_A_WORD.matcher(ascii).replaceAll("");
    return letters.length() > MAX_WORD_CHARS ? letters.substring(0, MAX_WORD_CHARS) : letters;
  }
}
