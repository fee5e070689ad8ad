package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw article on {@code storywire.raw}: the part of an IPTC ninjs 3.x news item that Storywire
 * reads. Fields it does not know, at any level, pass through untouched in {@link #other}.
 *
 * @see <a href="https://www.iptc.org/std/ninjs/">IPTC ninjs</a>
 * @param uri the item's identity over all its versions; required
 * @param version a whole number from 0, as ninjs has it, in a string; higher replaces lower; absent
 *     means 1
 * @param versionCreated when this version was made; not the event time, which is the record's
 *     timestamp
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
    other = kept(other);
  }

  /**
   * An item that is a headline and a plain text and says no more; what is absent or "" is left out.
   */
  public static NewsItem plain(
      String uri,
      @Nullable Instant versionCreated,
      @Nullable String language,
      @Nullable String headline,
      @Nullable String body,
      @Nullable String source) {
    return new NewsItem(
        uri,
        null,
        versionCreated,
        null,
        null,
        null,
        null,
        null,
        language,
        null,
        null,
        null,
        null,
        null,
        null,
        isEmpty(headline) ? List.of() : List.of(new Headline(null, null, headline)),
        isEmpty(body) ? List.of() : List.of(new Body(null, "text/plain", null, null, body)),
        isEmpty(source) ? List.of() : List.of(new InfoSource(null, null, source, null)),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static Map<String, JsonNode> kept(@Nullable Map<String, JsonNode> other) {
    return other == null || other.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  /** A headline; {@code role} is "main" or absent for the one that stands over the article. */
  public record Headline(
      @Nullable String role,
      @Nullable String contentType,
      @Nullable String value,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Keeps unknown fields as they came. */
    public Headline {
      other = kept(other);
    }

    /** A headline without unknown fields. */
    public Headline(@Nullable String role, @Nullable String contentType, @Nullable String value) {
      this(role, contentType, value, Map.of());
    }
  }

  /** A rendering of the text; {@code contentType} is text/plain, text/html or an XML type. */
  public record Body(
      @Nullable String role,
      @Nullable String contentType,
      @Nullable Integer charCount,
      @Nullable Integer wordCount,
      @Nullable String value,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Keeps unknown fields as they came. */
    public Body {
      other = kept(other);
    }

    /** A body without unknown fields. */
    public Body(
        @Nullable String role,
        @Nullable String contentType,
        @Nullable Integer charCount,
        @Nullable Integer wordCount,
        @Nullable String value) {
      this(role, contentType, charCount, wordCount, value, Map.of());
    }
  }

  /** A party that supplied the item. */
  public record InfoSource(
      @Nullable String uri,
      @Nullable String role,
      @Nullable String name,
      @Nullable String literal,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Keeps unknown fields as they came. */
    public InfoSource {
      other = kept(other);
    }

    /** A source without unknown fields. */
    public InfoSource(
        @Nullable String uri,
        @Nullable String role,
        @Nullable String name,
        @Nullable String literal) {
      this(uri, role, name, literal, Map.of());
    }
  }

  /** A subject the desk gave it. */
  public record Subject(
      @Nullable String uri,
      @Nullable String name,
      @Nullable String literal,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Keeps unknown fields as they came. */
    public Subject {
      other = kept(other);
    }

    /** A subject without unknown fields. */
    public Subject(@Nullable String uri, @Nullable String name, @Nullable String literal) {
      this(uri, name, literal, Map.of());
    }
  }

  /** Another identity of the item: {@code role} says which kind (guid, url, agency number). */
  public record AltId(
      @Nullable String role,
      @Nullable String value,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Keeps unknown fields as they came. */
    public AltId {
      other = kept(other);
    }

    /** An identity without unknown fields. */
    public AltId(@Nullable String role, @Nullable String value) {
      this(role, value, Map.of());
    }
  }

  /**
   * Another item that this one names; {@code role} says how (e.g. "kills", "corrects", "image").
   * What else a ninjs item may hold is in {@link #other}.
   */
  public record Association(
      @Nullable String name,
      @Nullable String role,
      @Nullable String uri,
      @Nullable String type,
      @Nullable String href,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Keeps unknown fields as they came. */
    public Association {
      other = kept(other);
    }

    /** An association without name or unknown fields. */
    public Association(
        @Nullable String role, @Nullable String uri, @Nullable String type, @Nullable String href) {
      this(null, role, uri, type, href, Map.of());
    }
  }
}
