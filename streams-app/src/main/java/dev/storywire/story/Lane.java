package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.VersionRules.Decision;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.link.SignatureMatch;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.Notice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Decides the articles of one lane, in their order.
 *
 * <p>For each article, the lane clock advances, and the deadlines that have passed are handled.
 * {@link VersionRules} decide on the version, {@link DecisionExecutor} carries the decision out,
 * and the consequences for other articles and for stories are processed from a queue. The state of
 * the lane is in its {@link LaneStore} whenever a method returns.
 */
public final class Lane {
  private final String name;
  private final LaneStore store;
  private final ArticleRecords articles;
  private final LaneMemory memory;
  private final StoryDrafts stories;
  private final SlugIndex slugs;
  private final DecisionExecutor executor;
  private final LaneClock clock;
  private final CopyUpdates copyUpdates;
  private final StoryRepairs repairs;
  private final EditExecutor edits;
  private final StoryLinks links;

  /** Opens a lane, in the state that is in its store. */
  public Lane(String name, LaneSettings settings, LaneStore store) {
    this(name, settings, store, StoryModels.shipped());
  }

  /** Opens a lane with these models instead of the shipped ones. */
  public Lane(String name, LaneSettings settings, LaneStore store, StoryModels models) {
    this.name = name;
    this.store = store;
    this.articles = new ArticleRecords(name, settings, store);
    this.memory = new LaneMemory(store, models.forLane(name));
    this.stories = new StoryDrafts(name, settings, store, articles);
    this.slugs = new SlugIndex(store);
    this.links = new StoryLinks(articles, stories);
    EditRules rules = new EditRules(stories);
    EditTargets targets = new EditTargets(name, articles, stories);
    this.executor = new DecisionExecutor(store, articles, memory, stories, slugs, rules);
    Expiry expiry = new Expiry(name, settings, store, articles, stories, slugs, executor);
    this.clock = new LaneClock(name, store, memory, stories, expiry);
    this.copyUpdates = new CopyUpdates(settings, store, articles, memory, stories);
    this.repairs = new StoryRepairs(articles, memory, stories, rules);
    Moves moves = new Moves(articles, memory, stories);
    this.edits = new EditExecutor(settings, store, articles, targets, stories, moves);
  }

  /** Decides the next article in the order of the lane. */
  public List<LaneOutput> accept(PreparedArticle article) {
    return accept(article, List.of());
  }

  /**
   * Decides the next article in the order of the lane, and links its story.
   *
   * @param matches articles of other lanes that it matches, the best match first
   */
  List<LaneOutput> accept(PreparedArticle article, List<SignatureMatch> matches) {
    clock.advance(article);
    ArticleRecord known = articles.get(article.uri());
    for (Notice notice : slugs.register(article)) {
      known = known.withNotice(notice);
    }
    Decision decision = VersionRules.onArrival(article, known, name);
    List<Work> work = new ArrayList<>(executor.execute(decision, article, known, true));
    article.advisories().forEach(advisory -> work.add(new Work.ApplyAdvisory(advisory, article)));
    if (!matches.isEmpty()) {
      work.add(new Work.LinkStory(article, matches));
    }
    return complete(work);
  }

  /**
   * Links a story of this lane to an article of another lane. Does not advance the clock.
   *
   * @param matches the articles of this lane that it matches, the best match first
   */
  List<LaneOutput> linkToOtherLane(Signature other, List<SignatureMatch> matches) {
    stories.setTime(Math.max(store.clock(), other.time()));
    links.linkToOtherLane(other, matches);
    return stories.publish();
  }

  /** Drops an article whose newer version is decided in another lane. */
  public List<LaneOutput> dropOlderVersion(PreparedArticle newer) {
    clock.advance(newer);
    ArticleRecord known = articles.get(newer.uri());
    if (known.version() >= newer.version()) {
      return complete(List.of());
    }
    boolean isKilled = newer.status() == PubStatus.CANCELED; // a kill may state no language
    executor.removeFromStory(known, isKilled ? Cause.CANCELED : Cause.MOVED_LANE);
    articles.put(known.inOtherLane(newer, stories.now()));
    return complete(List.of(new Work.UpdateCopies(known, isKilled)));
  }

  /**
   * Applies an advisory that names an item by uri. The advisory of an article of this lane that
   * replaces or repeats another one takes effect when that article is accepted.
   */
  public List<LaneOutput> applyAdvisory(Advisory advisory, PreparedArticle by) {
    clock.advance(by);
    Optional<Notice> notice =
        advisory.action().isNote() || !by.lane().equals(name)
            ? Notice.of(advisory.action(), by)
            : Optional.empty();
    String uri = requireNonNull(advisory.uri());
    return complete(notice.stream().<Work>map(n -> new Work.AddNotice(uri, n)).toList());
  }

  /**
   * Applies an edit at the lane clock, which does not advance. If it did, an edit made today would
   * make the next articles of an archive late.
   */
  public List<LaneOutput> applyEdit(Edit edit) {
    stories.setTime(store.clock());
    try {
      return complete(edits.apply(edit));
    } catch (EditTargets.RefusedEditException e) {
      return List.of(new LaneOutput.EditRefused(e.refusal()));
    }
  }

  /**
   * Does the work and all work that follows from it, and returns the outputs. Each consequence is
   * completed before the work that was already queued.
   */
  private List<LaneOutput> complete(List<Work> work) {
    Deque<Work> queue = new ArrayDeque<>(work);
    while (!queue.isEmpty()) {
      List<Work> consequences = perform(queue.removeFirst());
      for (int i = consequences.size() - 1; i >= 0; i--) {
        queue.addFirst(consequences.get(i));
      }
    }
    return stories.publish();
  }

  private List<Work> perform(Work work) {
    if (work instanceof Work.ApplyAdvisory advisory) {
      return apply(advisory.advisory(), advisory.by());
    }
    if (work instanceof Work.AddNotice added) {
      articles.put(articles.get(added.uri()).withNotice(added.notice()));
      return List.of(new Work.Reconsider(added.uri()));
    }
    if (work instanceof Work.Reconsider reconsider) {
      return reconsider(reconsider.uri());
    }
    if (work instanceof Work.UpdateCopies update) {
      copyUpdates.update(update.before(), update.isKilledElsewhere());
    } else if (work instanceof Work.RepairStory repair) {
      repairs.repair(repair.storyId());
    } else {
      Work.LinkStory link = (Work.LinkStory) work;
      links.linkOwn(link.article(), link.matches());
    }
    return List.of();
  }

  /**
   * Applies an advisory in words to the items that it refers to, or keeps it for an item that has
   * not arrived.
   */
  private List<Work> apply(Advisory advisory, PreparedArticle by) {
    Optional<Notice> notice = Notice.of(advisory.action(), by);
    if (notice.isEmpty()) {
      return List.of();
    }
    String slug = advisory.slug();
    if (slug != null) {
      SlugIndex.SlugMatch match = slugs.find(slug, by);
      if (match.candidates() == 0) {
        slugs.await(slug, notice.get());
      }
      return match.uris().stream().<Work>map(u -> new Work.AddNotice(u, notice.get())).toList();
    }
    String uri = advisory.uri();
    return uri == null || advisory.action().isNote()
        ? List.of() // a note that names a uri has been applied by applyAdvisory
        : List.of(new Work.AddNotice(uri, notice.get()));
  }

  private List<Work> reconsider(String uri) {
    ArticleRecord known = articles.get(uri);
    Decision decision = VersionRules.onNotice(known);
    return decision instanceof Decision.Unchanged
        ? List.of()
        : executor.execute(decision, articles.content(known), known, false);
  }
}
