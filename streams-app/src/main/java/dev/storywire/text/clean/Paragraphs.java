package dev.storywire.text.clean;

import java.util.ArrayList;
import java.util.List;

/** Lines put together to paragraphs: a teletype breaks lines at a width, a web page does not. */
final class Paragraphs {
  /** Teletypes and mail break at 60 to 80 columns. */
  private static final int WIDEST_WRAPPED = 90;

  private static final int NARROWEST_WRAPPED = 40;

  /** A first line may have lost this much to stripping. */
  private static final int INDENT = 6;

  private Paragraphs() {}

  /** Paragraphs of normalised text, none blank. A blank line always separates. */
  static List<String> of(String text) {
    var paragraphs = new ArrayList<String>();
    var block = new ArrayList<String>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String stripped = line.strip();
      if (stripped.isEmpty()) {
        flush(block, paragraphs);
      } else {
        block.add(stripped);
      }
    }
    flush(block, paragraphs);
    return paragraphs;
  }

  private static void flush(List<String> block, List<String> paragraphs) {
    if (isWrapped(block)) {
      paragraphs.add(String.join(" ", block));
    } else {
      paragraphs.addAll(block);
    }
    block.clear();
  }

  /** Whether each line is as full as one width allows, and most stop within a sentence. */
  private static boolean isWrapped(List<String> block) {
    int width = block.stream().mapToInt(String::length).max().orElse(0);
    if (block.size() < 2 || width > WIDEST_WRAPPED || width < NARROWEST_WRAPPED) {
      return false;
    }
    int broken = 0;
    for (int i = 0; i + 1 < block.size(); i++) {
      String next = block.get(i + 1);
      int firstWord = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
      if (block.get(i).length() + 1 + firstWord < width - INDENT) {
        return false;
      }
      broken += endsSentence(block.get(i)) ? 0 : 1;
    }
    return broken * 2 >= block.size() - 1;
  }

  /** Whether a line ends as sentences do, closing quotes aside. */
  static boolean endsSentence(String line) {
    for (int i = line.length() - 1; i >= 0; i--) {
      char c = line.charAt(i);
      if (".!?…:;。！？؟।".indexOf(c) >= 0) {
        return true;
      }
      if ("\"'”’»)]".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
