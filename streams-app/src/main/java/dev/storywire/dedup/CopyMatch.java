package dev.storywire.dedup;

/**
 * An article found to be a copy.
 *
 * @param original uri of the earliest remembered article with this text
 * @param matched uri of the article it was found to copy: the original, or another copy of it
 * @param family order of the first article of the family, remembered or not
 * @param similarity share of the shorter text's words in common with the original, 0 to 1
 * @param decision how it compares with the matched article
 */
public record CopyMatch(
    String original, String matched, long family, double similarity, CopyDecision decision) {}
