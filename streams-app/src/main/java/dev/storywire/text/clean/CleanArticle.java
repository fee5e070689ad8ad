package dev.storywire.text.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article without markup, page furniture, dateline and byline, with normalised white
 * space and Unicode (NFC).
 *
 * @param headline the main headline, or the first sentence if there is none
 * @param paragraphs the paragraphs of the text; empty for a flash with only a headline
 * @param dateline the place before the first sentence
 * @param byline the authors, if the text or the item names them
 */
public record CleanArticle(
    String headline, List<String> paragraphs, @Nullable String dateline, @Nullable String byline) {}
