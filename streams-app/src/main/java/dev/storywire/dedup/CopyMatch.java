package dev.storywire.dedup;

/**
 * The result of a search that found an original.
 *
 * @param original uri of the earliest remembered article with this text
 * @param matched uri of the article with which it was compared: the original or another copy
 * @param family order number of the first article of the family, which may have expired
 * @param similarity share of the words of the shorter text in common with the original, 0 to 1
 * @param decision the decision on the matched article
 */
public record CopyMatch(
    String original, String matched, long family, double similarity, CopyDecision decision) {}
