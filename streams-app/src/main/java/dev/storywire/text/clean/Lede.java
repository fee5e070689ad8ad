package dev.storywire.text.clean;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the first sentence, which replaces a missing headline. */
final class Lede {
  private static final int MAX_LENGTH = 240;

  /** An end mark after a word of at least four letters, so that "U.S." and "Gov." do not match. */
  private static final Pattern END =
      Pattern.compile("(?<=[\\p{L}\\p{N})”\"’]{4})[.!?][”\"’)]*(?= [\\p{Lu}\\p{Lo}“\"])|[。！？।]");

  private Lede() {}

  /**
   * Returns the first sentence, truncated at a word if it is very long; empty for an empty text.
   */
  static String firstSentence(List<String> paragraphs) {
    if (paragraphs.isEmpty()) {
      return "";
    }
    String first = paragraphs.get(0);
    Matcher end = END.matcher(first);
    String sentence = end.find() ? first.substring(0, end.end()) : first;
    if (sentence.length() <= MAX_LENGTH) {
      return sentence;
    }
    int space = sentence.lastIndexOf(' ', MAX_LENGTH);
    return sentence.substring(0, space > 0 ? space : MAX_LENGTH) + "…";
  }
}
