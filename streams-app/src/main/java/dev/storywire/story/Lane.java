package dev.storywire.story;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lane: takes its articles in their one order and says of each where it stands, and what that
 * does to the stories.
 *
 * <p>An article's way: the lane's clock moves to it and what is due happens; its version and status
 * are held against what is known of its uri; then copy, names, story; then repairs. All that a lane
 * knows is in its {@link LaneStore} when {@link #accept} returns.
 */
public final class Lane {
  private final String name;
  private final LaneSettings settings;
  private final LaneStore store;
  private final LaneMemory memory;
  private final Stories stories;
  private final Slugs slugs;
  private final Reprints reprints;

  /** A lane that goes on from what its store holds. */
  public Lane(String name, LaneSettings settings, LaneStore store) {
    this(name, settings, store, StoryModels.shipped());
  }

  /** A lane with these models instead of the shipped ones. */
  public Lane(String name, LaneSettings settings, LaneStore store, StoryModels models) {
    this.name = name;
    this.settings = settings;
    this.store = store;
    this.memory = new LaneMemory(store, models);
    this.stories = new Stories(name, settings, store);
    this.slugs = new Slugs(store);
    this.reprints = new Reprints(settings, store, memory, stories);
  }

  /** Takes the next article of the lane's order. */
  public List<LaneOutput> accept(PreparedArticle article) {
    moveClock(article.orderTime());
    ArticleRecord known = known(article.uri());
    for (Notice notice : slugs.meet(article)) {
      known = known.noticed(notice);
    }
    Status status = known.status(article);
    if (isElsewhere(known) && known.version() >= article.version()) {
      keep(known);
      stories.say(superseded(article, known));
    } else if (!isNews(article, status, known)) {
      resent(known);
      reconsider(known.uri());
    } else if (article.isNote()) {
      sayAdvisory(article, known);
    } else if (status == Status.USABLE) {
      decide(article, known, true);
    } else {
      suppress(article, known, status, true);
    }
    tellOthers(article);
    return stories.publish();
  }

  /** Hears that a uri has a newer version in another lane. */
  public List<LaneOutput> moved(PreparedArticle article) {
    moveClock(article.orderTime());
    ArticleRecord known = known(article.uri());
    if (known.version() < article.version()) {
      leave(known, Cause.movedLane);
      keep(known.elsewhere(article, store.clock()));
      reprints.after(known);
    }
    return stories.publish();
  }

  /** Hears what an item says of a uri; of one that takes its place here, when that is taken. */
  public List<LaneOutput> applyAdvisory(Advisory advisory, PreparedArticle by) {
    moveClock(by.orderTime());
    if (advisory.action().isNote() || !by.lane().equals(name)) {
      tell(requireNonNull(advisory.uri()), advisory.action(), by);
    }
    return stories.publish();
  }

  /** Tells the items that an article names by slug, and the one whose place it takes. */
  private void tellOthers(PreparedArticle article) {
    for (Advisory advisory : article.advisories()) {
      if (advisory.uri() != null && !advisory.action().isNote()) {
        tell(advisory.uri(), advisory.action(), article);
      }
      String slug = advisory.slug();
      if (slug != null) {
        Slugs.Meaning meaning = slugs.find(slug, article);
        meaning.uris().forEach(uri -> tell(uri, advisory.action(), article));
        if (meaning.known() == 0) {
          Notice.of(advisory.action(), article).ifPresent(notice -> slugs.await(slug, notice));
        }
      }
    }
  }

  private void tell(String uri, Advisory.Action action, PreparedArticle by) {
    Notice.of(action, by)
        .ifPresent(
            notice -> {
              keep(known(uri).noticed(notice));
              reconsider(uri);
            });
  }

  /** Decides again on the version that stands, where notices have changed what it may be. */
  private void reconsider(String uri) {
    ArticleRecord known = known(uri);
    PreparedArticle article = known.article();
    ArticleVerdict verdict = known.verdict();
    if (article == null || verdict == null || verdict.status() == Status.ADVISORY) {
      return;
    }
    Status status = known.status(article);
    boolean same = status == verdict.status();
    if (same && Notice.shown(known.notices(), article, status).equals(verdict.notices())) {
      return;
    }
    if (status != Status.USABLE) {
      suppress(article, known, status, false);
    } else if (same) {
      mark(article, known);
    } else {
      decide(article, known, false);
    }
  }

  private void moveClock(long time) {
    long clock = Math.max(store.clock(), time);
    for (Deadline due = store.pollDue(clock); due != null; due = store.pollDue(clock)) {
      stories.at(due.at());
      switch (due.kind()) {
        case EXPIRE_ARTICLE -> forgetIfOld(due);
        case EXPIRE_SLUG -> slugs.forgetIfOld(due);
        case CLOSE_STORY -> stories.closeIfIdle(due);
        case RETIRE_STORY -> stories.retireIfOld(due);
      }
    }
    store.clock(clock);
    memory.advance(clock);
    stories.at(clock);
  }

  private void forgetIfOld(Deadline due) {
    ArticleRecord known = known(due.id());
    if (isElsewhere(known) && !known.hasLeft()) {
      return; // the lane that has it has a date of its own with it
    }
    long until = rememberedUntil(known);
    if (until > due.at()) {
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_ARTICLE, due.id()));
      return;
    }
    leave(known, Cause.forgotten);
    store.deleteArticle(due.id());
    if (known.verdict() != null) {
      stories.say(new LaneOutput.ArticleExpired(due.id()));
    }
  }

  /**
   * An article's own window; in a closed story until that is retired, but no longer than twice the
   * window. That another lane has it is known for longer than that lane may know it.
   */
  private long rememberedUntil(ArticleRecord known) {
    long window = settings.remember().toMillis();
    long touched = known.touchedAt();
    if (known.hasLeft()) {
      return touched + 3 * window;
    }
    long withStory = Math.min(stories.endOf(known), touched + 2 * window);
    return Math.max(touched + window, withStory);
  }

  private void decide(PreparedArticle article, ArticleRecord known, boolean arrival) {
    if (known.isMember()) {
      memory.forget(article.uri()); // it is not to be compared with itself
    }
    boolean isFirst = known.order() < 0;
    ArticleRecord numbered = isFirst ? known.numbered(store.nextOrder()) : known;
    @Nullable CopyMatch match = memory.original(article, numbered.order());
    @Nullable ArticleRecord before = slugs.predecessor(article, match);
    Assignment assignment = place(article, before, match);
    ArticleVerdict verdict = Verdicts.of(article, known, assignment, store.clock());
    keep(numbered.decided(article, verdict));
    stories.say(new LaneOutput.Verdict(verdict, arrival));
    stories.take(known, article, verdict);
    memory.remember(article, numbered.order(), match, assignment.entities(), assignment.storyId());
    if (!isFirst) {
      reprints.after(known);
    }
    if (before != null && assignment.relation() == Relation.ORIGINAL) {
      tell(before.uri(), Advisory.Action.REPLACE, article);
    }
    new Repairs(store, memory, stories).after(assignment.storyId());
  }

  private Assignment place(
      PreparedArticle article, @Nullable ArticleRecord before, @Nullable CopyMatch match) {
    var entities = memory.entities(article);
    if (before != null) {
      String storyId = stories.live(requireNonNull(requireNonNull(before.verdict()).storyId()));
      if (storyId != null) {
        return Assignment.after(before, storyId, article, entities);
      }
    }
    ArticleRecord original = match == null ? null : store.article(match.original());
    if (match != null && original != null && original.isMember()) {
      String storyId = stories.live(requireNonNull(requireNonNull(original.verdict()).storyId()));
      if (storyId != null) {
        return Assignment.copy(storyId, match, entities);
      }
    }
    JoinDecision decision = memory.story(article, entities);
    String storyId = decision.storyId() == null ? null : stories.live(decision.storyId());
    if (storyId == null) {
      String own = stories.ownStory(known(article.uri()));
      return Assignment.opened(own != null ? own : stories.open(article), decision, entities);
    }
    return Assignment.joined(storyId, decision, entities);
  }

  private void suppress(
      PreparedArticle article, ArticleRecord known, Status status, boolean arrival) {
    var reasons = Explanations.suppressed(status, Notice.shown(known.notices(), article, status));
    ArticleVerdict verdict = Verdicts.withoutText(article, known, status, reasons, store.clock());
    leave(known, cause(status));
    keep(status == Status.CANCELED ? known.withoutText(verdict) : known.decided(article, verdict));
    stories.say(new LaneOutput.Verdict(verdict, arrival));
    reprints.after(known);
  }

  /** A note to editors is in no story; an article that turns into one leaves its story. */
  private void sayAdvisory(PreparedArticle article, ArticleRecord known) {
    var reasons = Explanations.advisory(article, slugs);
    ArticleVerdict verdict =
        Verdicts.withoutText(article, known, Status.ADVISORY, reasons, store.clock());
    leave(known, Cause.advisory);
    keep(known.withoutText(verdict)); // it may quote what it kills
    stories.say(new LaneOutput.Verdict(verdict, true));
    reprints.after(known);
  }

  /** Says the same of an article once more, with what is noticed about it now. */
  private void mark(PreparedArticle article, ArticleRecord known) {
    ArticleVerdict verdict = Verdicts.marked(known);
    keep(known.decided(verdict));
    stories.say(new LaneOutput.Verdict(verdict, false));
    stories.take(known, article, verdict);
  }

  private void leave(ArticleRecord known, Cause cause) {
    if (known.isMember()) {
      memory.forget(known.uri());
      stories.withdraw(known, cause);
    }
  }

  private void resent(ArticleRecord known) {
    ArticleVerdict verdict = Verdicts.resent(requireNonNull(known.verdict()));
    store.put(known.decided(verdict));
    stories.say(new LaneOutput.Verdict(verdict, true));
  }

  private void keep(ArticleRecord record) {
    ArticleRecord before = store.article(record.uri());
    store.put(record);
    if (before == null || before.verdict() == null || isElsewhere(before)) {
      long until = store.clock() + settings.remember().toMillis();
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_ARTICLE, record.uri()));
    }
  }

  private ArticleRecord known(String uri) {
    return requireNonNullElseGet(store.article(uri), () -> ArticleRecord.unknown(uri));
  }

  private boolean isElsewhere(ArticleRecord known) {
    return known.lane() != null && !known.lane().equals(name);
  }

  /** A higher version is news; of one version, a kill after a hold after a usable one. */
  private static boolean isNews(PreparedArticle article, Status status, ArticleRecord known) {
    ArticleVerdict verdict = known.verdict();
    return verdict == null
        || article.version() > verdict.version()
        || (article.version() == verdict.version() && status.compareTo(verdict.status()) > 0);
  }

  private static Cause cause(Status status) {
    return switch (status) {
      case WITHHELD -> Cause.withheld;
      case REPLACED -> Cause.replaced;
      case CANCELED -> Cause.canceled;
      case ADVISORY -> Cause.advisory;
      case USABLE -> Cause.other;
    };
  }

  private static LaneOutput superseded(PreparedArticle article, ArticleRecord known) {
    return new LaneOutput.Superseded(
        "Version %d of %s is older than version %d, which lane %s has."
            .formatted(article.version(), article.uri(), known.version(), known.lane()));
  }
}
