package dev.storywire.story.summary;

import dev.storywire.story.prepare.PreparedArticle;
import java.util.List;

/**
 * The part of a recent original that a story keeps for its headline and summary.
 *
 * @param sentences its first sentences
 */
public record Lead(String uri, String headline, List<String> sentences) {
  static final int SENTENCES = 4;

  /** Makes an absent list empty, since an empty list is not encoded. */
  public Lead {
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
  }

  /** Returns the lead of an article. */
  public static Lead of(PreparedArticle article) {
    List<String> first = article.sentences();
    return new Lead(
        article.uri(), article.headline(), first.subList(0, Math.min(SENTENCES, first.size())));
  }
}
