package dev.storywire.story.prepare;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.storywire.dedup.Fingerprint;
import dev.storywire.entities.ArticleName;
import dev.storywire.schemas.PubStatus;
import dev.storywire.text.terms.Terms;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article with everything that is extracted from its text: the output of {@code
 * prepare}, the input of a lane, and the content record that a lane keeps.
 *
 * <p>The fingerprint comes first in the encoded form: a copy check reads it and nothing else.
 *
 * @param lane the lane that decides it
 * @param eventTime when the wire carried it, epoch ms
 * @param orderTime when it is decided: {@code eventTime}, or the end of its embargo, epoch ms
 * @param publishedAt when this version was made
 * @param agency its agency, see {@link Slug#agency}; null if it is not known
 * @param slugs the names by which advisories of the same agency may refer to it
 * @param sentences its first sentences, for summaries
 * @param advisories its effects on other items
 */
@JsonPropertyOrder("fingerprint")
@RecordBuilder
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

  /** Makes absent texts and lists empty, since empty ones are not encoded. */
  public PreparedArticle {
    headline = headline == null ? "" : headline;
    slugs = slugs == null ? List.of() : List.copyOf(slugs);
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    names = names == null ? List.of() : List.copyOf(names);
    advisories = advisories == null ? List.of() : List.copyOf(advisories);
  }

  /**
   * Returns the time at which this version was made, epoch ms: the time that its desk states, but
   * not later than the event time.
   */
  public long madeAt() {
    return publishedAt == null ? eventTime : Math.min(eventTime, publishedAt.toEpochMilli());
  }

  /** Returns the facts that decide which notices apply to this version. */
  public VersionFacts facts() {
    return new VersionFacts(status, madeAt(), agency);
  }

  /**
   * Returns true if every lane has to see this version: a newer version may have changed its
   * language and with it its lane, and an advisory may name a uri of another lane.
   */
  public boolean concernsAllLanes() {
    return version > 1 || advisories.stream().anyMatch(advisory -> advisory.uri() != null);
  }

  /** Returns true if this is a note to editors instead of an article. */
  public boolean isNote() {
    return advisories.stream().anyMatch(advisory -> advisory.action().isNote());
  }
}
