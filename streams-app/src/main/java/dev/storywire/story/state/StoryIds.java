package dev.storywire.story.state;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.storywire.story.prepare.PreparedArticle;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Story ids: the minute in which the story opened and a token derived from the lane and the uri
 * that opened it, as in {@code 20260312T0914-k7mq2xw4}. They sort by time, are short enough to read
 * out, and are the same in every replay.
 *
 * <p>An id contains no word of the text, since it remains, in other records too, when the article
 * that opened the story is killed.
 */
public final class StoryIds {
  /** Without vowels, so that a token contains no word, and without characters that look alike. */
  private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";

  /** 28^8 tokens, some 38 bits, make two equal ids in one minute unlikely. */
  private static final int TOKEN_CHARS = 8;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private StoryIds() {}

  /** Returns the id of a story that an article opens. */
  public static String of(PreparedArticle article, long openedAt) {
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
