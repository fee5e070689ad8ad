package dev.storywire.producer.formats.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemBuilder;
import dev.storywire.schemas.PubStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link NewsItem}. Blank text counts as absent, so that a reader can pass values without
 * checking them.
 */
public final class ItemBuilder {
  private final String uri;
  private final NewsItemBuilder item = NewsItemBuilder.builder();
  public @Nullable String version;
  public @Nullable Instant versionCreated;
  public @Nullable Instant firstCreated;
  public @Nullable Instant contentCreated;
  public @Nullable PubStatus pubStatus;
  public @Nullable Instant embargoedUntil;
  public @Nullable Integer urgency;
  private @Nullable String language;
  private @Nullable String by;
  private @Nullable String slugline;
  private @Nullable String edNote;
  private @Nullable String located;
  private final List<NewsItem.Headline> headlines = new ArrayList<>();
  private final List<NewsItem.Body> bodies = new ArrayList<>();
  private final List<NewsItem.InfoSource> infoSources = new ArrayList<>();
  private final List<NewsItem.Subject> subjects = new ArrayList<>();
  private final List<NewsItem.AltId> altIds = new ArrayList<>();
  private final List<NewsItem.Association> associations = new ArrayList<>();
  private final OtherFields other = new OtherFields();

  private ItemBuilder(String uri) {
    this.uri = uri;
  }

  /**
   * Creates a builder for the item with the source's identifier {@code id}.
   *
   * @throws RefusedException if there is no id, or if it is too long for a record key
   */
  public static ItemBuilder of(@Nullable String id) throws RefusedException {
    return new ItemBuilder(ItemUri.require(text(id)));
  }

  /** Returns the stripped text, or null if it is absent or blank. */
  public static @Nullable String text(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String stripped = value.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** Returns the first candidate that is not blank, or null. */
  public static @Nullable String first(@Nullable String... candidates) {
    return Stream.of(candidates)
        .map(ItemBuilder::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  public String uri() {
    return uri;
  }

  public ItemBuilder language(@Nullable String value) {
    language = text(value);
    return this;
  }

  /** Sets the authors. The word "By" before them is removed. */
  public ItemBuilder by(@Nullable String value) {
    by = text(value == null ? null : value.replaceFirst("^\\s*(?i:by)\\s+", ""));
    return this;
  }

  public ItemBuilder slugline(@Nullable String value) {
    slugline = text(value);
    return this;
  }

  /** Adds an editorial note. Several notes become the lines of one. */
  public ItemBuilder edNote(@Nullable String value) {
    String note = text(value);
    if (note != null) {
      edNote = edNote == null ? note : edNote + "\n" + note;
    }
    return this;
  }

  public ItemBuilder located(@Nullable String value) {
    located = text(value);
    return this;
  }

  public void languageIfAbsent(@Nullable String value) {
    language = language == null ? text(value) : language;
  }

  public ItemBuilder byIfAbsent(@Nullable String value) {
    return by == null ? by(value) : this;
  }

  public void sluglineIfAbsent(@Nullable String value) {
    slugline = slugline == null ? text(value) : slugline;
  }

  public void locatedIfAbsent(@Nullable String value) {
    located = located == null ? text(value) : located;
  }

  public ItemBuilder copyrightHolder(@Nullable String value) {
    item.copyrightHolder(text(value));
    return this;
  }

  public ItemBuilder usageTerms(@Nullable String value) {
    item.usageTerms(text(value));
    return this;
  }

  public ItemBuilder headline(@Nullable String role, @Nullable String value) {
    String headline = text(value);
    if (headline != null) {
      headlines.add(new NewsItem.Headline(role, null, headline));
    }
    return this;
  }

  public ItemBuilder body(@Nullable String role, String contentType, @Nullable String value) {
    String body = text(value);
    if (body != null) {
      bodies.add(new NewsItem.Body(role, contentType, null, null, body));
    }
    return this;
  }

  public ItemBuilder source(@Nullable String name, @Nullable String role) {
    return source(null, name, role);
  }

  public ItemBuilder source(
      @Nullable String sourceUri, @Nullable String name, @Nullable String role) {
    if (text(sourceUri) != null || text(name) != null) {
      add(infoSources, new NewsItem.InfoSource(text(sourceUri), role, text(name), null));
    }
    return this;
  }

  public ItemBuilder subject(@Nullable String subjectUri, @Nullable String name) {
    if (text(subjectUri) != null || text(name) != null) {
      add(subjects, new NewsItem.Subject(text(subjectUri), text(name), null));
    }
    return this;
  }

  public ItemBuilder altId(String role, @Nullable String value) {
    if (text(value) != null) {
      add(altIds, new NewsItem.AltId(role, text(value)));
    }
    return this;
  }

  /** Adds a related item if it has an identity, with its role as in {@link AssociationRole}. */
  public ItemBuilder association(NewsItem.Association link) {
    if (link.uri() != null || link.href() != null) {
      String role = AssociationRole.role(link.role());
      add(associations, new NewsItem.Association(role, link.uri(), link.type(), link.href()));
    }
    return this;
  }

  public boolean hasHeadline() {
    return !headlines.isEmpty();
  }

  public boolean hasBody() {
    return !bodies.isEmpty();
  }

  /** Adds a summary or caption, as in ninjs {@code descriptions}. */
  public ItemBuilder description(String contentType, @Nullable String value) {
    other.addDescription(contentType, text(value));
    return this;
  }

  /** Keeps text under a ninjs field name that {@link NewsItem} has no component for. */
  public ItemBuilder other(String name, @Nullable String value) {
    other.put(name, text(value));
    return this;
  }

  /** Keeps a field that {@link NewsItem} has no component for. */
  public ItemBuilder other(String name, JsonNode value) {
    other.put(name, value);
    return this;
  }

  private static <T> void add(List<T> list, T value) {
    if (!list.contains(value)) {
      list.add(value);
    }
  }

  /**
   * Returns the item.
   *
   * @throws RefusedException if it has neither headline nor body. Held or killed versions often
   *     have no text and are accepted.
   */
  public NewsItem build() throws RefusedException {
    boolean isSuppressed = pubStatus == PubStatus.CANCELED || pubStatus == PubStatus.WITHHELD;
    if (headlines.isEmpty() && bodies.isEmpty() && !isSuppressed) {
      throw new RefusedException("no-text", "the item " + uri + " has neither headline nor body");
    }
    return item.uri(uri)
        .version(version)
        .versionCreated(versionCreated)
        .firstCreated(firstCreated)
        .contentCreated(contentCreated)
        .pubStatus(pubStatus)
        .embargoedUntil(embargoedUntil)
        .urgency(urgency)
        .language(language)
        .by(by)
        .slugline(slugline)
        .edNote(edNote)
        .located(located)
        .headlines(headlines)
        .bodies(bodies)
        .infoSources(infoSources)
        .subjects(subjects)
        .altIds(altIds)
        .associations(associations)
        .other(other.asMap())
        .build();
  }
}
