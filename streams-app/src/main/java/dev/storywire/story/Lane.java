package dev.storywire.story;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
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

  /** A lane that goes on from what its store holds. */
  public Lane(String name, LaneSettings settings, LaneStore store) {
    this.name = name;
    this.settings = settings;
    this.store = store;
    this.memory = new LaneMemory(store);
    this.stories = new Stories(name, settings, store);
  }

  /** Takes the next article of the lane's order. */
  public List<LaneOutput> accept(PreparedArticle article) {
    moveClock(article.place());
    ArticleRecord known = known(article.uri());
    PubStatus status = known.status(article);
    if (isElsewhere(known) && known.version() >= article.version()) {
      stories.say(superseded(article, known));
    } else if (!isNews(article, status, known)) {
      resent(known);
    } else if (!article.advisories().isEmpty()) {
      keep(known.decided(article, sayAdvisory(article, known)));
    } else if (status == PubStatus.USABLE) {
      decide(article, known, true);
    } else {
      suppress(article, known, status, true);
    }
    return stories.publish();
  }

  /** Hears that a uri has a newer version in another lane. */
  public List<LaneOutput> moved(PreparedArticle article) {
    moveClock(article.place());
    ArticleRecord known = known(article.uri());
    if (known.version() < article.version()) {
      withdraw(known, Cause.movedLane);
      keep(known.elsewhere(article));
    }
    return stories.publish();
  }

  /** Hears what an item says of another one. */
  public List<LaneOutput> heed(Advisory advisory, PreparedArticle by) {
    moveClock(by.place());
    Notice notice = new Notice(advisory.act(), by.madeAt(), by.uri());
    ArticleRecord known = known(advisory.uri()).noticed(notice);
    keep(known);
    PreparedArticle article = known.article();
    if (article != null) {
      reconsider(article, known);
    }
    return stories.publish();
  }

  private void reconsider(PreparedArticle article, ArticleRecord known) {
    PubStatus status = known.status(article);
    ArticleVerdict.Status stands = requireNonNull(known.verdict()).status();
    if (stands == Verdicts.status(status) || stands == ArticleVerdict.Status.ADVISORY) {
      return;
    }
    if (status == PubStatus.USABLE) {
      decide(article, known, false);
    } else {
      suppress(article, known, status, false);
    }
  }

  private void moveClock(long time) {
    long clock = Math.max(store.clock(), time);
    for (Deadline due = store.due(clock); due != null; due = store.due(clock)) {
      switch (due.kind()) {
        case FORGET_ARTICLE -> forgetIfOld(due);
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
    long until = known.touchedAt() + settings.remember().toMillis();
    if (until > due.at()) {
      store.agree(new Deadline(until, Deadline.Kind.FORGET_ARTICLE, due.id()));
      return;
    }
    memory.forget(due.id());
    store.forgetArticle(due.id());
    if (known.verdict() != null) {
      stories.say(new LaneOutput.ArticleForgotten(due.id()));
    }
  }

  private void decide(PreparedArticle article, ArticleRecord known, boolean arrival) {
    memory.forget(article.uri()); // it is not to be compared with itself
    ArticleRecord numbered = known.order() < 0 ? known.numbered(store.nextOrder()) : known;
    @Nullable CopyMatch match = memory.original(article, numbered.order());
    Placement placement = place(article, known, match);
    ArticleVerdict verdict = Verdicts.of(article, known, placement, store.clock());
    keep(numbered.decided(article, verdict));
    stories.say(new LaneOutput.Verdict(verdict, arrival));
    stories.take(known, article, verdict);
    memory.remember(article, numbered.order(), match, placement.entities(), placement.storyId());
    new Repairs(store, memory, stories).after(placement.storyId());
  }

  private Placement place(PreparedArticle article, ArticleRecord known, @Nullable CopyMatch match) {
    var entities = memory.entities(article);
    ArticleRecord original = match == null ? null : store.article(match.original());
    if (match != null && original != null && original.isMember()) {
      String storyId = stories.live(requireNonNull(requireNonNull(original.verdict()).storyId()));
      if (storyId != null) {
        return Placement.copy(storyId, match, entities);
      }
    }
    JoinDecision decision = memory.story(article, entities);
    String storyId = decision.storyId() == null ? null : stories.live(decision.storyId());
    if (storyId == null) {
      String own = stories.ownStory(known);
      return Placement.opened(own != null ? own : stories.open(article), decision, entities);
    }
    return Placement.joined(storyId, decision, entities);
  }

  private void suppress(
      PreparedArticle article, ArticleRecord known, PubStatus status, boolean arrival) {
    boolean killed = status == PubStatus.CANCELED;
    ArticleVerdict verdict = Verdicts.suppressed(article, known, status, store.clock());
    withdraw(known, killed ? Cause.canceled : Cause.withheld);
    keep(killed ? known.withoutText(verdict) : known.decided(article, verdict));
    stories.say(new LaneOutput.Verdict(verdict, arrival));
    if (killed && known.isMember()) {
      new Orphans(settings, store, memory, stories).of(known);
    }
  }

  /** A note to editors is in no story; an article that turns into one leaves its story. */
  private ArticleVerdict sayAdvisory(PreparedArticle article, ArticleRecord known) {
    withdraw(known, Cause.advisory);
    ArticleVerdict verdict = Verdicts.advisory(article, known, store.clock());
    stories.say(new LaneOutput.Verdict(verdict, true));
    return verdict;
  }

  private void withdraw(ArticleRecord known, Cause cause) {
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
    boolean isNew = store.article(record.uri()) == null;
    store.put(record);
    if (isNew) {
      long until = store.clock() + settings.remember().toMillis();
      store.agree(new Deadline(until, Deadline.Kind.FORGET_ARTICLE, record.uri()));
    }
  }

  private ArticleRecord known(String uri) {
    return requireNonNullElseGet(store.article(uri), () -> ArticleRecord.unknown(uri));
  }

  private boolean isElsewhere(ArticleRecord known) {
    return known.lane() != null && !known.lane().equals(name);
  }

  /** A higher version is news; of one version, a kill after a hold after a usable one. */
  private static boolean isNews(PreparedArticle article, PubStatus status, ArticleRecord known) {
    ArticleVerdict verdict = known.verdict();
    return verdict == null
        || article.version() > verdict.version()
        || (article.version() == verdict.version()
            && Verdicts.status(status).compareTo(verdict.status()) > 0);
  }

  private static LaneOutput superseded(PreparedArticle article, ArticleRecord known) {
    return new LaneOutput.Superseded(
        "Version %d of %s is older than version %d, which lane %s has."
            .formatted(article.version(), article.uri(), known.version(), known.lane()));
  }
}
