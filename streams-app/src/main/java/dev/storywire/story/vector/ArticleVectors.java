package dev.storywire.story.vector;

/**
 * An article as vectors, weighted by how rare each term was when it arrived.
 *
 * @param words stems of all fields
 * @param pairs word pairs of all fields
 * @param headline stems of the headline
 * @param names names anywhere
 * @param length words in the article
 */
public record ArticleVectors(
    TermVector words, TermVector pairs, TermVector headline, TermVector names, int length) {}
