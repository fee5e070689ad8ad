package dev.storywire.story.state;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.VersionFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The effect of another item on an article. Notices and versions may come in any order: a notice
 * applies to the versions that were made before it.
 *
 * @param at when the notice was made, epoch ms
 * @param by uri of the item that caused it
 * @param agency the agency of that item; a notice applies only to articles of its own agency
 */
public record Notice(Effect effect, long at, String by, @Nullable String agency) {
  /** Maximum number of notices for one article: more than desks send. */
  private static final int MAX_NOTICES = 16;

  private static final Comparator<Notice> BY_TIME =
      Comparator.comparingLong(Notice::at).thenComparing(Notice::effect).thenComparing(Notice::by);

  /** The effects, from the weakest to the strongest. */
  public enum Effect {
    /** Lifts a hold. If both were made at the same time, the hold stays. */
    RELEASE(Status.USABLE, null),
    HOLD(Status.WITHHELD, ArticleVerdict.Notice.Kind.HELD),
    CORRECT(null, ArticleVerdict.Notice.Kind.CORRECTED),
    /** Marks a copy of an article that was killed. */
    FLAG_COPY(null, ArticleVerdict.Notice.Kind.ORIGINAL_KILLED),
    REPLACE(Status.REPLACED, ArticleVerdict.Notice.Kind.REPLACED),
    /** Kills a copy together with its original. */
    KILL_COPY(Status.CANCELED, ArticleVerdict.Notice.Kind.ORIGINAL_KILLED),
    KILL(Status.CANCELED, ArticleVerdict.Notice.Kind.KILLED);

    private final @Nullable Status status;
    private final ArticleVerdict.Notice.@Nullable Kind shown;

    Effect(@Nullable Status status, ArticleVerdict.Notice.@Nullable Kind shown) {
      this.status = status;
      this.shown = shown;
    }

    /** Returns true if the lane itself is the cause, so that the agency does not matter. */
    private boolean isCausedByLane() {
      return this == FLAG_COPY || this == KILL_COPY;
    }
  }

  /** Returns the notice for an advisory; empty for one that only repeats an item. */
  public static Optional<Notice> of(Advisory.Action advisory, PreparedArticle by) {
    @Nullable Effect effect =
        switch (advisory) {
          case KILL -> Effect.KILL;
          case HOLD -> Effect.HOLD;
          case RELEASE -> Effect.RELEASE;
          case CORRECT -> Effect.CORRECT;
          case REPLACE -> Effect.REPLACE;
          case REPEAT -> null;
        };
    return Optional.ofNullable(effect).map(a -> new Notice(a, by.madeAt(), by.uri(), by.agency()));
  }

  /** Returns true if the notice is for articles of this agency. */
  public boolean isFor(VersionFacts version) {
    return effect.isCausedByLane() || version.isOfAgency(agency);
  }

  private boolean concerns(VersionFacts version) {
    return version.madeAt() <= at && isFor(version);
  }

  /** Adds a notice. Of the notices of one agency with the same effect, the latest is kept. */
  public static List<Notice> add(List<Notice> notices, Notice notice) {
    List<Notice> all = new ArrayList<>(notices);
    Optional<Notice> known = notices.stream().filter(notice::isLike).findFirst();
    if (known.isPresent()) {
      all.remove(known.get());
      all.add(BY_TIME.compare(known.get(), notice) < 0 ? notice : known.get());
    } else if (all.size() < MAX_NOTICES) {
      all.add(notice);
    }
    return List.copyOf(all);
  }

  private boolean isLike(Notice other) {
    return effect == other.effect && Objects.equals(agency, other.agency);
  }

  /** Returns the status of a version, from its own status and from the notices on it. */
  public static Status status(List<Notice> notices, VersionFacts version) {
    Status own = ownStatus(version);
    Status strongest =
        concerning(notices, version)
            .map(notice -> notice.effect.status)
            .filter(status -> status != null && status.compareTo(Status.WITHHELD) > 0)
            .reduce(own, (a, b) -> a.compareTo(b) > 0 ? a : b);
    if (strongest.compareTo(Status.WITHHELD) > 0) {
      return strongest;
    }
    return concerning(notices, version)
        .filter(notice -> notice.effect == Effect.HOLD || notice.effect == Effect.RELEASE)
        .max(BY_TIME)
        .map(notice -> Objects.requireNonNull(notice.effect.status))
        .orElse(own);
  }

  /** Returns the notices that the verdict shows: those that explain the status or only inform. */
  public static List<ArticleVerdict.Notice> shown(
      List<Notice> notices, VersionFacts version, Status status) {
    return concerning(notices, version)
        .filter(notice -> notice.effect.status == null || notice.effect.status == status)
        .sorted(BY_TIME)
        .flatMap(notice -> Stream.ofNullable(notice.shown()))
        .toList();
  }

  private ArticleVerdict.@Nullable Notice shown() {
    return effect.shown == null ? null : new ArticleVerdict.Notice(effect.shown, by);
  }

  private static Status ownStatus(VersionFacts version) {
    return switch (version.status()) {
      case USABLE -> Status.USABLE;
      case WITHHELD -> Status.WITHHELD;
      case CANCELED -> Status.CANCELED;
    };
  }

  private static Stream<Notice> concerning(List<Notice> notices, VersionFacts version) {
    return notices.stream().filter(notice -> notice.concerns(version));
  }
}
