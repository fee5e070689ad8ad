package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What another item says about an article, and since when. Notices and versions may come in any
 * order: a notice speaks of the versions made before it.
 *
 * @param at when the notice was made, epoch ms
 * @param by uri of the item that says so
 * @param agency whose notice it is; only items of the same agency mind it
 */
public record Notice(Effect effect, long at, String by, @Nullable String agency) {
  /** Most notices kept for an article: more than desks send, and too few to do harm. */
  private static final int MOST = 16;

  private static final Comparator<Notice> BY_TIME =
      Comparator.comparingLong(Notice::at).thenComparing(Notice::effect).thenComparing(Notice::by);

  /** What it does to the article, from least to most. */
  public enum Effect {
    /** Lifts a hold; where both were made at once, the hold stays. */
    RELEASE(Status.USABLE, null),
    HOLD(Status.WITHHELD, ArticleVerdict.Notice.Act.held),
    CORRECT(null, ArticleVerdict.Notice.Act.corrected),
    /** The article copies one that was killed. */
    FLAG_COPY(null, ArticleVerdict.Notice.Act.originalKilled),
    REPLACE(Status.REPLACED, ArticleVerdict.Notice.Act.replaced),
    /** The article copies one that was killed, and goes with it. */
    KILL_COPY(Status.CANCELED, ArticleVerdict.Notice.Act.originalKilled),
    KILL(Status.CANCELED, ArticleVerdict.Notice.Act.killed);

    private final @Nullable Status status;
    private final ArticleVerdict.Notice.@Nullable Act shown;

    Effect(@Nullable Status status, ArticleVerdict.Notice.@Nullable Act shown) {
      this.status = status;
      this.shown = shown;
    }

    /** Whether a lane says so itself; then every agency's items mind it. */
    private boolean isOurs() {
      return this == FLAG_COPY || this == KILL_COPY;
    }
  }

  /** What an advisory says of an item; nothing where it only repeats it. */
  static Optional<Notice> of(Advisory.Action advisory, PreparedArticle by) {
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

  /** Whether it is for items of this one's agency. */
  boolean isFor(PreparedArticle version) {
    return effect.isOurs() || (agency != null && agency.equals(version.agency()));
  }

  private boolean concerns(PreparedArticle version) {
    return version.madeAt() <= at && isFor(version);
  }

  /** Of each agency's notices of one kind the latest is kept, in whatever order they come. */
  static List<Notice> add(List<Notice> notices, Notice notice) {
    List<Notice> all = new ArrayList<>(notices);
    Optional<Notice> known = notices.stream().filter(notice::isLike).findFirst();
    if (known.isPresent()) {
      all.remove(known.get());
      all.add(BY_TIME.compare(known.get(), notice) < 0 ? notice : known.get());
    } else if (all.size() < MOST) {
      all.add(notice);
    }
    return List.copyOf(all);
  }

  private boolean isLike(Notice other) {
    return effect == other.effect && Objects.equals(agency, other.agency);
  }

  /** The status of a version by its own word and by what is said of it. */
  static Status status(List<Notice> notices, PreparedArticle version) {
    Status own = Verdicts.status(version.status());
    Status said =
        concerning(notices, version)
            .map(notice -> notice.effect.status)
            .filter(status -> status != null && status.compareTo(Status.WITHHELD) > 0)
            .reduce(own, (a, b) -> a.compareTo(b) > 0 ? a : b);
    if (said.compareTo(Status.WITHHELD) > 0) {
      return said;
    }
    return concerning(notices, version)
        .filter(notice -> notice.effect == Effect.HOLD || notice.effect == Effect.RELEASE)
        .max(BY_TIME)
        .map(notice -> Objects.requireNonNull(notice.effect.status))
        .orElse(own);
  }

  /** What a version's verdict shows of them: those that explain its status, and marks. */
  static List<ArticleVerdict.Notice> shown(
      List<Notice> notices, PreparedArticle version, Status status) {
    return concerning(notices, version)
        .filter(notice -> notice.effect.status == null || notice.effect.status == status)
        .sorted(BY_TIME)
        .flatMap(notice -> Stream.ofNullable(notice.shown()))
        .toList();
  }

  private ArticleVerdict.@Nullable Notice shown() {
    return effect.shown == null ? null : new ArticleVerdict.Notice(effect.shown, by);
  }

  private static Stream<Notice> concerning(List<Notice> notices, PreparedArticle version) {
    return notices.stream().filter(notice -> notice.concerns(version));
  }
}
