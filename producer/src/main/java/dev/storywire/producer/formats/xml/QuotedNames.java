package dev.storywire.producer.formats.xml;

import java.util.List;
import java.util.stream.Collectors;

/** Formats names from a document for messages. Limits their number and length. */
final class QuotedNames {
  private static final int MAX_NAMES = 10;
  private static final int MAX_LENGTH = 30;

  private QuotedNames() {}

  /** Returns a name; of a longer one, the first 30 characters. */
  static String quote(String name) {
    return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH) + "…";
  }

  /**
   * Returns the names, separated by commas; of more than ten, the first ten and the number of
   * others.
   */
  static String list(List<String> names) {
    String first =
        names.stream().limit(MAX_NAMES).map(QuotedNames::quote).collect(Collectors.joining(", "));
    int others = names.size() - MAX_NAMES;
    return others > 0 ? first + " and " + others + " more" : first;
  }
}
