package dev.storywire.story;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.storywire.story.prepare.PreparedArticle;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Story ids: the minute in which the story opened and a token made of the lane and the uri that
 * opened it, as in {@code 20260312T0914-k7mq2xw4}. Sortable by time, short enough to be read out,
 * and the same at every replay.
 *
 * <p>An id holds no word of the text: it lives on, in other records too, when the article that
 * opened the story has been killed.
 */
final class StoryIds {
  /** Without vowels, so that no words come about, and without what is mistaken for another. */
  private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";

  /** 28^8, some 38 bits: two stories of one minute, in lanes that know nothing of each other. */
  private static final int TOKEN_CHARS = 8;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private StoryIds() {}

  static String of(PreparedArticle article, long openedAt) {
    long hash = Hashing.wyhashFinal4().hashCharsToLong(article.lane() + '\n' + article.uri());
    return MINUTE.format(Instant.ofEpochMilli(openedAt)) + '-' + token(hash);
  }

  private static String token(long hash) {
    StringBuilder token = new StringBuilder(TOKEN_CHARS);
    long rest = hash;
    for (int i = 0; i < TOKEN_CHARS; i++) {
      token.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length())));
      rest = Long.divideUnsigned(rest, ALPHABET.length());
    }
    return token.toString();
  }
}
