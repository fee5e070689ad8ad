package dev.storywire.story.prepare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.storywire.dedup.Fingerprint;
import dev.storywire.entities.ArticleName;
import dev.storywire.schemas.PubStatus;
import dev.storywire.text.terms.Terms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article with all data that was extracted from its text: the output of {@code
 * prepare} and the input of a lane.
 *
 * @param lane the lane in which it is decided
 * @param eventTime event time, epoch ms
 * @param orderTime order time: {@code eventTime} or the end of its embargo, epoch ms
 * @param publishedAt when this version was made
 * @param agency agency of the item (see {@link Slug#agency}); absent if unknown
 * @param slugs slugs by which advisories of the same agency can identify it
 * @param sentences its first sentences, for summaries
 * @param advisories its actions on other items
 */
public record PreparedArticle(
    String uri,
    int version,
    PubStatus status,
    String lane,
    long eventTime,
    long orderTime,
    @Nullable Instant publishedAt,
    @Nullable String source,
    @Nullable String agency,
    List<String> slugs,
    String headline,
    @Nullable String url,
    String language,
    List<String> sentences,
    Terms terms,
    Fingerprint fingerprint,
    List<ArticleName> names,
    List<Advisory> advisories) {

  /** Replaces absent lists, which are not serialised, by empty ones. */
  public PreparedArticle {
    slugs = slugs == null ? List.of() : List.copyOf(slugs);
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    names = names == null ? List.of() : List.copyOf(names);
    advisories = advisories == null ? List.of() : List.copyOf(advisories);
  }

  /** Returns the time at which this version was made, at most the event time, epoch ms. */
  public long madeAt() {
    return publishedAt == null ? eventTime : Math.min(eventTime, publishedAt.toEpochMilli());
  }

  /**
   * Returns true if other lanes must be notified: a newer version may have changed its language and
   * so its lane, and an advisory may act on an article of another lane.
   */
  public boolean concernsAllLanes() {
    return version > 1 || advisories.stream().anyMatch(advisory -> advisory.uri() != null);
  }

  /** Returns true if it is a note to editors, not an article. */
  @JsonIgnore
  public boolean isNote() {
    return advisories.stream().anyMatch(advisory -> advisory.action().isNote());
  }
}
