package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw article on {@code storywire.raw}: the part of an IPTC ninjs 3.x news item that Storywire
 * reads. Unknown fields at all levels are kept unchanged in {@link #other}.
 *
 * @see <a href="https://www.iptc.org/std/ninjs/">IPTC ninjs</a>
 * @param uri identity of the item in all its versions; required
 * @param version a non-negative whole number, as a string as in ninjs. A higher version replaces a
 *     lower one; absent means 1
 * @param versionCreated when this version was made; not the event time, which is the timestamp of
 *     the record
 * @param firstCreated when the item's first version was made
 * @param pubStatus absent means usable
 * @param embargoedUntil end of the embargo
 * @param urgency 1 (most urgent) to 9
 * @param language BCP 47 tag
 * @param by byline
 * @param slugline slug of the item, the same for all its versions
 * @param edNote note to editors, not for publication
 * @param located dateline place
 * @param headlines headlines; the item has at least one headline or body
 * @param bodies renderings of the text; the item has at least one headline or body
 * @param infoSources suppliers of the item; the first is shown as its source
 * @param altIds other identities (guid of a feed, number of an agency)
 * @param associations related items, e.g. the item that an advisory kills
 */
@RecordBuilder
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

  /** Replaces absent lists by empty ones and copies mutable values. */
  public NewsItem {
    headlines = headlines == null ? List.of() : List.copyOf(headlines);
    bodies = bodies == null ? List.of() : List.copyOf(bodies);
    infoSources = infoSources == null ? List.of() : List.copyOf(infoSources);
    subjects = subjects == null ? List.of() : List.copyOf(subjects);
    altIds = altIds == null ? List.of() : List.copyOf(altIds);
    associations = associations == null ? List.of() : List.copyOf(associations);
    other = kept(other);
  }

  /** Returns an item with only a headline and a plain text. Absent and empty values are omitted. */
  public static NewsItem plain(
      String uri,
      @Nullable Instant versionCreated,
      @Nullable String language,
      @Nullable String headline,
      @Nullable String body,
      @Nullable String source) {
    return NewsItemBuilder.builder()
        .uri(uri)
        .versionCreated(versionCreated)
        .language(language)
        .headlines(isEmpty(headline) ? List.of() : List.of(new Headline(null, null, headline)))
        .bodies(isEmpty(body) ? List.of() : List.of(new Body(null, "text/plain", null, null, body)))
        .infoSources(
            isEmpty(source) ? List.of() : List.of(new InfoSource(null, null, source, null)))
        .other(Map.of())
        .build();
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static Map<String, JsonNode> kept(@Nullable Map<String, JsonNode> other) {
    return other == null || other.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  /** A headline. The {@code role} of the main headline is "main" or absent. */
  public record Headline(
      @Nullable String role,
      @Nullable String contentType,
      @Nullable String value,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Copies the unknown fields. */
    public Headline {
      other = kept(other);
    }

    /** Creates a headline without unknown fields. */
    public Headline(@Nullable String role, @Nullable String contentType, @Nullable String value) {
      this(role, contentType, value, Map.of());
    }
  }

  /** A rendering of the text. {@code contentType} is text/plain, text/html or an XML type. */
  public record Body(
      @Nullable String role,
      @Nullable String contentType,
      @Nullable Integer charCount,
      @Nullable Integer wordCount,
      @Nullable String value,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Copies the unknown fields. */
    public Body {
      other = kept(other);
    }

    /** Creates a body without unknown fields. */
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
    /** Copies the unknown fields. */
    public InfoSource {
      other = kept(other);
    }

    /** Creates a source without unknown fields. */
    public InfoSource(
        @Nullable String uri,
        @Nullable String role,
        @Nullable String name,
        @Nullable String literal) {
      this(uri, role, name, literal, Map.of());
    }
  }

  /** A subject of the item. */
  public record Subject(
      @Nullable String uri,
      @Nullable String name,
      @Nullable String literal,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Copies the unknown fields. */
    public Subject {
      other = kept(other);
    }

    /** Creates a subject without unknown fields. */
    public Subject(@Nullable String uri, @Nullable String name, @Nullable String literal) {
      this(uri, name, literal, Map.of());
    }
  }

  /** Another identity of the item; {@code role} is its kind (guid, url, agency number). */
  public record AltId(
      @Nullable String role,
      @Nullable String value,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Copies the unknown fields. */
    public AltId {
      other = kept(other);
    }

    /** Creates an identity without unknown fields. */
    public AltId(@Nullable String role, @Nullable String value) {
      this(role, value, Map.of());
    }
  }

  /**
   * A related item; {@code role} is the kind of relation (e.g. "kills", "corrects", "image").
   * Further fields of ninjs are in {@link #other}.
   */
  public record Association(
      @Nullable String name,
      @Nullable String role,
      @Nullable String uri,
      @Nullable String type,
      @Nullable String href,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {
    /** Copies the unknown fields. */
    public Association {
      other = kept(other);
    }

    /** Creates an association without name or unknown fields. */
    public Association(
        @Nullable String role, @Nullable String uri, @Nullable String type, @Nullable String href) {
      this(null, role, uri, type, href, Map.of());
    }
  }
}
