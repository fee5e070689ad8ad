package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one version of an article: a value of {@code storywire.articles}, keyed by uri and
 * compacted, so that the topic holds where each article stands now.
 *
 * @param version the item's version; 1 where the item has none
 * @param status usable, or why it is in no story
 * @param lane the order it was decided in
 * @param storyId the story it belongs to; absent unless usable
 * @param relation original or copy; absent unless usable
 * @param copyOf uri of the original it copies
 * @param similarity share of text in common with {@code copyOf}, 0 to 1
 * @param decision 1 for the version's first verdict, counting up when a repair (merge, split) or
 *     the loss of its original moves it
 * @param resends how often this version or an older one has come again, changing nothing
 * @param decidedAt event time of the decision
 * @param headline absent, as is every other word of the text, unless usable
 * @param entities names in the article, in order of first mention; empty unless usable
 * @param notices what others have said of it, or the loss of its original says, and that holds
 * @param reasons why; see {@link Reasons}
 */
public record ArticleVerdict(
    String uri,
    int version,
    Status status,
    String lane,
    @Nullable String storyId,
    @Nullable Relation relation,
    @Nullable String copyOf,
    @Nullable Double similarity,
    int decision,
    int resends,
    Instant decidedAt,
    @Nullable String source,
    @Nullable String headline,
    @Nullable String url,
    @Nullable Instant publishedAt,
    @Nullable String language,
    List<Entity> entities,
    List<Notice> notices,
    @Nullable Reasons reasons) {

  /**
   * Header of a verdict that one raw record caused: that record's place, {@code
   * topic-partition@offset}. Absent where something else did (a repair, the end of an embargo, an
   * advisory about another item).
   */
  public static final String RAW_HEADER = "storywire-raw";

  /** Makes absent lists empty. */
  public ArticleVerdict {
    entities = entities == null ? List.of() : List.copyOf(entities);
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  /** Where a version of an article stands. */
  public enum Status {
    /** In a story. */
    @JsonProperty("usable")
    USABLE,
    /** On hold by its desk. */
    @JsonProperty("withheld")
    WITHHELD,
    /** Another item has taken its place: a correction, or a refiled text. */
    @JsonProperty("replaced")
    REPLACED,
    /** Killed by its desk, or by an advisory. */
    @JsonProperty("canceled")
    CANCELED,
    /** Itself a note to editors that acts on another item; in no story. */
    @JsonProperty("advisory")
    ADVISORY
  }

  /**
   * What another item says of this one.
   *
   * @param by uri of the item that says so; of a copy whose original was killed, that original
   */
  public record Notice(Act act, String by) {
    /** What is said; a later release's acts are read as {@link #other}. */
    public enum Act {
      killed,
      held,
      replaced,
      /** An editor has asked for a correction in words; the text itself is as it was. */
      corrected,
      /** It is a copy of an article that was killed, and may need to be taken out as well. */
      originalKilled,
      @JsonEnumDefaultValue
      other
    }
  }

  /** How the text stands to others. */
  public enum Relation {
    @JsonProperty("original")
    ORIGINAL,
    @JsonProperty("copy")
    COPY
  }
}
