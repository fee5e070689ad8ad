package dev.storywire.serve.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a search: words, phrases in quotation marks, and exclusions with a minus sign, such
 * as {@code "transit strike" -harbour}. A word must begin a word of the story. A phrase and an
 * exclusion must be whole words. A phrase that is not closed yet may end within a word.
 *
 * @param wanted folded text that a story must contain
 * @param excluded folded text that a story must not contain
 */
record SearchText(List<String> wanted, List<String> excluded) {
  private static final Pattern PART =
      Pattern.compile(
          "(?<minus>(?<![^\\s])-)?(?:[\"“”„«»](?<phrase>[^\"“”„«»]*)(?<end>[\"“”„«»]?)|(?<word>[^\\s\"“”„«»]+))");

  /** Parses a text. An absent text matches all stories. */
  static SearchText of(@Nullable String text) {
    List<String> wanted = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    Matcher parts = PART.matcher(text == null ? "" : text);
    while (parts.find()) {
      String phrase = parts.group("phrase");
      String folded = FoldedText.of(phrase == null ? parts.group("word") : phrase);
      if (folded.isEmpty()) {
        continue;
      }
      if (parts.group("minus") != null) {
        excluded.add(wholeWord(folded));
      } else if (phrase != null) {
        wanted.add(parts.group("end").isEmpty() ? beginningOfWord(folded) : wholeWord(folded));
      } else {
        wanted.addAll(FoldedText.wordsOf(folded));
      }
    }
    return new SearchText(List.copyOf(wanted), List.copyOf(excluded));
  }

  /** Tests the words of a story, which are fields of {@link FoldedText#field}. */
  boolean matches(String words) {
    return wanted.stream().allMatch(words::contains)
        && excluded.stream().noneMatch(words::contains);
  }

  /** Returns the wanted texts that these words, which are fields, do not contain. */
  List<String> missing(String words) {
    return wanted.stream().filter(text -> !words.contains(text)).toList();
  }

  private static String beginningOfWord(String folded) {
    return FoldedText.isSpaced(folded) ? folded : folded.strip();
  }

  private static String wholeWord(String folded) {
    return FoldedText.isSpaced(folded) ? folded + " " : folded.strip();
  }
}
