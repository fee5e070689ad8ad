package dev.storywire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules of plain English that a program can check, for documents and Javadoc. */
public final class Wording {
  private static final int MAX_WORDS = 42;

  private static final Pattern END_OF_SENTENCE =
      Pattern.compile("[.!?:;]\\s+|\\n\\s*\\n|\\n *(?:[-*]|\\d+\\.) |<[a-z]+>|@\\w+ ");

  private static final Pattern UNUSUAL_WORD =
      Pattern.compile(
          "(?i)\\b(?:heeds?|tells?|told|lets? go|rivals?|mends?|mended|afresh|anew|upon|whichever"
              + "|whoever|so many|wherein|thereof|hitherto|lest|standstill)\\b");

  private Wording() {}

  /** Returns the unusual words and the long sentences of a text. */
  public static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    Matcher words = UNUSUAL_WORD.matcher(text);
    while (words.find()) {
      faults.add("unusual: " + words.group());
    }
    END_OF_SENTENCE
        .splitAsStream(text)
        .filter(sentence -> sentence.strip().split("\\s+").length > MAX_WORDS)
        .forEach(sentence -> faults.add("long: " + sentence.strip()));
    return faults;
  }
}
