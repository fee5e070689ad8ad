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
 * A version of an article with everything that is read from its text once: what {@code prepare}
 * makes and a lane decides on.
 *
 * @param lane where it is to be decided
 * @param eventTime when the wire carried it, epoch ms
 * @param orderTime when it is decided: {@code eventTime}, or the end of its embargo, epoch ms
 * @param publishedAt when this version was made
 * @param agency who it is from, as {@link Slug#agency} tells; absent where nothing tells
 * @param slugs what it goes by, so that advisories of the same agency may name it
 * @param sentences its first sentences, from which a summary may be taken
 * @param advisories what it says of other items
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

  /** Makes absent lists empty: they are not written. */
  public PreparedArticle {
    slugs = slugs == null ? List.of() : List.copyOf(slugs);
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    names = names == null ? List.of() : List.copyOf(names);
    advisories = advisories == null ? List.of() : List.copyOf(advisories);
  }

  /** When this version was made, epoch ms: what its desk says, and before the wire carried it. */
  public long madeAt() {
    return publishedAt == null ? eventTime : Math.min(eventTime, publishedAt.toEpochMilli());
  }

  /**
   * Whether other lanes than its own must hear of it: a newer version may have changed its language
   * and so its lane, and an advisory may name a uri of another lane.
   */
  public boolean concernsAllLanes() {
    return version > 1 || advisories.stream().anyMatch(advisory -> advisory.uri() != null);
  }

  /** Whether it is a note to editors, and no article. */
  @JsonIgnore
  public boolean isNote() {
    return advisories.stream().anyMatch(advisory -> advisory.action().isNote());
  }
}
