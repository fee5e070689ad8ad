package dev.storywire.text.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article without markup, page furniture, dateline and byline, with normalised white
 * space and Unicode (NFC).
 *
 * @param headline the main headline, or the first sentence if there is none
 * @param itemHeadline the main headline on one line, dateline included; empty if there is none
 * @param paragraphs the paragraphs of the text; empty for a flash with only a headline
 * @param dateline the place before the first sentence
 * @param byline the authors, if the text or the item names them
 * @param notes notes to editors that were removed from the text
 */
public record CleanArticle(
    String headline,
    String itemHeadline,
    List<String> paragraphs,
    @Nullable String dateline,
    @Nullable String byline,
    List<String> notes) {

  /** Returns an article without dateline and byline. */
  public static CleanArticle of(String headline, List<String> paragraphs) {
    return new CleanArticle(headline, headline, paragraphs, null, null, List.of());
  }
}
