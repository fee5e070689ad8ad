package dev.storywire.text.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader would read of an article: no markup, no page furniture, no dateline or byline in
 * the text, white space and Unicode normalised (NFC).
 *
 * @param headline the main headline, or the first sentence where none was given
 * @param paragraphs the text in order; empty for a headline-only flash
 * @param dateline the place that stood before the first sentence
 * @param byline who wrote it, where the text or the item said so
 */
public record CleanArticle(
    String headline, List<String> paragraphs, @Nullable String dateline, @Nullable String byline) {}
