package dev.storywire.story.summary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a recent original that a story keeps for its headline and summary. Its words are read
 * only once, since the texts of a story are compared whenever an article joins. Not thread-safe.
 */
public final class Lead {
  static final int SENTENCES = 4;

  @JsonProperty private final String uri;
  @JsonProperty private final String headline;
  @JsonProperty private final List<String> sentences;
  private @Nullable LeadWords words;

  /**
   * Creates a lead.
   *
   * @param sentences the first sentences of the article; null for none, since an empty list is not
   *     encoded
   */
  @JsonCreator
  public Lead(
      @JsonProperty("uri") String uri,
      @JsonProperty("headline") String headline,
      @JsonProperty("sentences") @Nullable List<String> sentences) {
    this.uri = uri;
    this.headline = headline;
    this.sentences = sentences == null ? List.of() : List.copyOf(sentences);
  }

  /** Returns the lead of an article. */
  public static Lead of(PreparedArticle article) {
    List<String> first = article.sentences();
    return new Lead(
        article.uri(), article.headline(), first.subList(0, Math.min(SENTENCES, first.size())));
  }

  /** Returns the uri of the article. */
  public String uri() {
    return uri;
  }

  /** Returns the headline of the article. */
  public String headline() {
    return headline;
  }

  /** Returns the first sentences of the article. */
  public List<String> sentences() {
    return sentences;
  }

  /** Returns the words of its texts. */
  LeadWords words() {
    if (words == null) {
      words = new LeadWords(this);
    }
    return words;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lead lead
        && uri.equals(lead.uri)
        && headline.equals(lead.headline)
        && sentences.equals(lead.sentences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(uri, headline, sentences);
  }

  @Override
  public String toString() {
    return "Lead[" + uri + ", " + headline + ", " + sentences + "]";
  }
}
