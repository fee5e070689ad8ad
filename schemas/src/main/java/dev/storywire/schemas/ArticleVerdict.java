package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one version of an article: a value of {@code storywire.articles}. The topic is
 * keyed by uri and compacted, so that it holds the latest verdict on each article.
 *
 * @param version version of the item; 1 if the item has none
 * @param status usable, or the reason why the article is in no story
 * @param lane the lane in which it was decided
 * @param storyId the story it belongs to; absent unless usable
 * @param relation original or copy; absent unless usable
 * @param copyOf uri of the original it copies
 * @param similarity share of text in common with {@code copyOf}, 0 to 1
 * @param decision 1 for the first verdict on the version; incremented when a merge, a split or the
 *     loss of its original changes the verdict
 * @param resends how often this version or an older one was sent again
 * @param decidedAt event time of the decision
 * @param headline absent unless usable, like all other words of the text
 * @param entities names in the article, in order of first mention; empty unless usable
 * @param notices effects of advisories and of the loss of its original that apply to the article
 * @param reasons the reasons for the decision
 */
@RecordBuilder
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
   * Header that names the raw record that caused the verdict, as {@code topic-partition@offset}.
   * Absent if something else caused it, such as a merge, a split or an advisory. The first event of
   * an edit has this header, too.
   */
  public static final String RAW_HEADER = "storywire-raw";

  /** Replaces absent lists by empty ones. */
  public ArticleVerdict {
    entities = entities == null ? List.of() : List.copyOf(entities);
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  /** The status of an article version. */
  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  public enum Status {
    /** The article is in a story. */
    USABLE,
    /** The article is on hold. */
    WITHHELD,
    /** Another item, a correction or a refiled text, has replaced the article. */
    REPLACED,
    /** The article was killed by a later version or an advisory. */
    CANCELED,
    /** The item is an advisory, which is in no story. */
    ADVISORY
  }

  /**
   * The effect of another item on this one.
   *
   * @param by uri of the advisory, or of the killed original of a copy
   */
  public record Notice(Kind act, String by) {
    /** The kind of effect. Kinds of later releases are read as {@link #OTHER}. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
      KILLED,
      HELD,
      REPLACED,
      /** An editor has sent a correction in words; the text is unchanged. */
      CORRECTED,
      /** The article is a copy of a killed article, and may have to be withdrawn as well. */
      ORIGINAL_KILLED,
      @JsonEnumDefaultValue
      OTHER
    }
  }

  /** The relation of the text to other texts. */
  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  public enum Relation {
    ORIGINAL,
    COPY
  }
}
