package dev.storywire.text.clean;

import java.util.ArrayList;
import java.util.List;

/** Joins lines to paragraphs. Teletypes break lines at a fixed width; web pages do not. */
final class Paragraphs {
  /** Teletypes and mail break lines at 60 to 80 columns. */
  private static final int WIDEST_WRAPPED = 90;

  private static final int NARROWEST_WRAPPED = 40;

  /** Indentation that the first line may have lost by stripping. */
  private static final int INDENT = 6;

  private Paragraphs() {}

  /**
   * Returns the paragraphs of normalised text, none of them blank. A blank line always separates
   * paragraphs.
   */
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

  /** Returns true if all lines are filled to one width, and most end within a sentence. */
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

  /** Returns true if a line ends like a sentence, ignoring closing quotes. */
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
