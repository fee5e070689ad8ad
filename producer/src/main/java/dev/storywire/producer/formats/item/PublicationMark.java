package dev.storywire.producer.formats.item;

import dev.storywire.producer.formats.source.DocumentRepair;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Finds marks such as "not for publication", in seven languages, and cuts the text off before them:
 * agencies put names and telephone numbers of their staff there. A mark may be broken into lines,
 * spaced out, or contain markup.
 *
 * <p>A mark is a short line or paragraph. It begins with the phrase, ends with it after a
 * punctuation mark ("Contacts, not for publication"), surrounds it by symbols, or is in capitals.
 * Or it is an announcement ("The following information is not for publication"), or a note within a
 * paragraph ("It opens. Not for publication: call Ann"). A sentence that only contains the words
 * ("The report was not for publication") is not a mark, nor is an embargo ("Not for publication
 * before 1400 GMT").
 */
public final class PublicationMark {
  /** The repair of a text that was cut off. */
  public static final DocumentRepair REPAIR =
      new DocumentRepair(
          DocumentRepair.Kind.NOT_FOR_PUBLICATION,
          "the text after a mark \"not for publication\" was removed");

  private static final int MAX_LINE = 200;
  private static final Pattern OPEN_TAG = Pattern.compile("<[a-zA-Z][^<>]*>");
  private static final String SEPARATORS = "*#=_~–—-([";

  private PublicationMark() {}

  /** Returns the text before the first mark; {@code text} itself if there is none. */
  public static String cut(String text) {
    boolean plain = text.indexOf('<') < 0 && text.indexOf('&') < 0;
    if (plain && !PublicationPhrases.mayContain(VisibleText.squeeze(text))) {
      return text;
    }
    VisibleText visible = VisibleText.of(text);
    String lines = visible.text();
    String squeezed = VisibleText.squeeze(lines);
    if (!PublicationPhrases.mayContain(squeezed)) {
      return text;
    }
    int mark = find(lines, squeezed);
    if (mark < 0) {
      return text;
    }
    String before = text.substring(0, visible.origin(mark));
    return visible.html() ? Jsoup.parseBodyFragment(before).body().html() : stripped(before);
  }

  /** Removes white space, separators and tags without content at the end. */
  private static String stripped(String text) {
    int end = text.length();
    while (end > 0 && isSeparator(text.charAt(end - 1))) {
      end--;
    }
    String before = text.substring(0, end);
    int tag = before.lastIndexOf('<');
    boolean open = tag >= 0 && OPEN_TAG.matcher(before).region(tag, end).matches();
    return open ? stripped(before.substring(0, tag)) : before;
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0;
  }

  private static int find(String lines, String squeezed) {
    int[] positions = VisibleText.squeezedPositions(lines);
    int mark = find(lines, positions, PublicationPhrases.PHRASE.matcher(squeezed), true);
    int request = find(lines, positions, PublicationPhrases.REQUEST.matcher(squeezed), false);
    return mark < 0 || request < 0 ? Math.max(mark, request) : Math.min(mark, request);
  }

  private static int find(String lines, int[] positions, Matcher phrase, boolean inLine) {
    while (phrase.find()) {
      int start = positions[phrase.start()];
      int end = positions[phrase.end() - 1] + 1;
      if (isWord(lines, start, end) && !PublicationPhrases.isEmbargo(following(lines, end))) {
        int mark = new Line(lines, start, end).markStart(inLine);
        if (mark >= 0) {
          return mark;
        }
      }
    }
    return -1;
  }

  /** Returns true if the characters before and after a phrase are not letters. */
  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !Character.isLetter(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetter(text.charAt(end)));
  }

  private static String following(String text, int end) {
    return text.substring(end, Math.min(text.length(), end + MAX_LINE));
  }

  /** A phrase within its line. */
  private record Line(String text, int start, int end) {
    /**
     * Returns the position from which the text is not for publication; -1 if this is not a mark.
     */
    int markStart(boolean inLine) {
      int first = lineStart();
      String phrase = text.substring(start, end);
      String after = after();
      if (first >= 0) {
        String before = text.substring(first, start);
        boolean last = after.length() <= MAX_LINE && PublicationPhrases.isBlank(after);
        if (inLine
            ? PublicationPhrases.isMark(before, phrase, after, last)
            : PublicationPhrases.isRequest(before, after, last)) {
          return first;
        }
      }
      if (inLine) {
        int paragraph = paragraphStart();
        if (paragraph >= 0
            && PublicationPhrases.isLongAnnouncement(
                text.substring(paragraph, start), phrase, after)) {
          return paragraph;
        }
      }
      String near = text.substring(Math.max(0, start - MAX_LINE), start);
      boolean capitals = phrase.chars().noneMatch(Character::isLowerCase);
      boolean note = PublicationPhrases.isNote(near, phrase, after);
      return inLine && (capitals || note) ? start : -1;
    }

    /** Returns the start of the line; -1 if it is too far away. */
    private int lineStart() {
      int at = start;
      while (at > 0 && text.charAt(at - 1) != '\n') {
        if (start - at == MAX_LINE) {
          return -1;
        }
        at--;
      }
      return at;
    }

    /** Returns the start of the paragraph, which ends at a blank line; -1 if too far away. */
    private int paragraphStart() {
      int at = start;
      int first = start; // of the text that is not blank
      boolean blank = false;
      while (at > 0) {
        char c = text.charAt(at - 1);
        if (c == '\n' && blank) {
          return first;
        }
        blank = c == '\n' || (blank && Character.isWhitespace(c));
        if (start - at == MAX_LINE) {
          return -1;
        }
        at--;
        first = Character.isWhitespace(c) ? first : at;
      }
      return first;
    }

    /** Returns the rest of the line; of a long one, one character more than allowed. */
    private String after() {
      int at = end;
      while (at < text.length() && text.charAt(at) != '\n' && at - end <= MAX_LINE) {
        at++;
      }
      return text.substring(end, at);
    }
  }
}
