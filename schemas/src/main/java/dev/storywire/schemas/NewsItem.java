package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw article on {@code storywire.raw}: the part of an IPTC ninjs 3.x news item that Storywire
 * reads. Fields it does not know pass through untouched in {@link #other}.
 *
 * @see <a href="https://www.iptc.org/std/ninjs/">IPTC ninjs</a>
 * @param uri the item's identity over all its versions; required
 * @param version higher replaces lower; absent means 1
 * @param versionCreated when this version was made
 * @param firstCreated when the item's first version was made
 * @param pubStatus absent means usable
 * @param embargoedUntil not to be seen before
 * @param urgency 1 (most urgent) to 9
 * @param language BCP 47 tag
 * @param by byline
 * @param slugline the desk's short name of the item, stable over its versions
 * @param edNote a note from the desk to editors, not for readers
 * @param located dateline place
 * @param headlines at least one, or one body
 * @param bodies at least one, or one headline
 * @param infoSources who supplied the item; the first is shown as its source
 * @param altIds other identities (feed guid, agency number), by kind
 * @param associations other items this one names, e.g. the item that an advisory kills
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NewsItem(
    String uri,
    @Nullable String version,
    @Nullable Instant versionCreated,
    @Nullable Instant firstCreated,
    @Nullable Instant contentCreated,
    @Nullable PubStatus pubStatus,
    @Nullable Instant embargoedUntil,
    @Nullable Integer urgency,
    @Nullable String language,
    @Nullable String by,
    @Nullable String slugline,
    @Nullable String edNote,
    @Nullable String located,
    @Nullable String copyrightHolder,
    @Nullable String usageTerms,
    List<Headline> headlines,
    List<Body> bodies,
    List<InfoSource> infoSources,
    List<Subject> subjects,
    List<AltId> altIds,
    List<Association> associations,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {

  /** Makes absent lists empty and copies what is mutable. */
  public NewsItem {
    headlines = headlines == null ? List.of() : List.copyOf(headlines);
    bodies = bodies == null ? List.of() : List.copyOf(bodies);
    infoSources = infoSources == null ? List.of() : List.copyOf(infoSources);
    subjects = subjects == null ? List.of() : List.copyOf(subjects);
    altIds = altIds == null ? List.of() : List.copyOf(altIds);
    associations = associations == null ? List.of() : List.copyOf(associations);
    other = other == null ? new LinkedHashMap<>() : other;
  }

  /** A headline; {@code role} is "main" or absent for the one that stands over the article. */
  public record Headline(
      @Nullable String role, @Nullable String contentType, @Nullable String value) {}

  /** A rendering of the text; {@code contentType} is text/plain, text/html or an XML type. */
  public record Body(
      @Nullable String role,
      @Nullable String contentType,
      @Nullable Integer charCount,
      @Nullable Integer wordCount,
      @Nullable String value) {}

  /** A party that supplied the item. */
  public record InfoSource(
      @Nullable String uri,
      @Nullable String role,
      @Nullable String name,
      @Nullable String literal) {}

  /** A subject the desk gave it. */
  public record Subject(@Nullable String uri, @Nullable String name, @Nullable String literal) {}

  /** Another identity of the item: {@code role} says which kind (guid, url, agency number). */
  public record AltId(@Nullable String role, @Nullable String value) {}

  /**
   * Another item that this one names; {@code role} says how (e.g. "kills", "corrects", "image").
   */
  public record Association(
      @Nullable String role, @Nullable String uri, @Nullable String type, @Nullable String href) {}
}
