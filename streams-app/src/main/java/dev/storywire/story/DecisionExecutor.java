package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.VersionRules.Decision;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out decisions: stores the records of the article, emits its verdict, changes its stories
 * and the lane memory. The consequences for other articles are returned as work.
 */
final class DecisionExecutor {
  private final LaneStore store;
  private final ArticleRecords articles;
  private final LaneMemory memory;
  private final StoryDrafts stories;
  private final SlugIndex slugs;
  private final EditRules edits;

  DecisionExecutor(
      LaneStore store,
      ArticleRecords articles,
      LaneMemory memory,
      StoryDrafts stories,
      SlugIndex slugs,
      EditRules edits) {
    this.store = store;
    this.articles = articles;
    this.memory = memory;
    this.stories = stories;
    this.slugs = slugs;
    this.edits = edits;
  }

  /**
   * Carries out a decision and returns its consequences, in order.
   *
   * @param known the state record of the article before the decision
   * @param isArrival true if the version has just arrived
   */
  List<Work> execute(
      Decision decision, PreparedArticle article, ArticleRecord known, boolean isArrival) {
    if (decision instanceof Decision.Superseded) {
      return superseded(article, known);
    }
    if (decision instanceof Decision.Resend) {
      return resent(known);
    }
    if (decision instanceof Decision.EditorNote) {
      return editorNote(article, known);
    }
    if (decision instanceof Decision.Assign) {
      return assign(article, known, isArrival);
    }
    if (decision instanceof Decision.Suppress suppress) {
      return suppress(suppress.status(), article, known, isArrival);
    }
    if (decision instanceof Decision.Mark) {
      return mark(article, known);
    }
    return List.of();
  }

  /** Removes an article from its story and from the lane memory. */
  void removeFromStory(ArticleRecord known, Cause cause) {
    if (known.isMember()) {
      memory.remove(known.uri());
      stories.withdraw(known, cause);
    }
  }

  private List<Work> superseded(PreparedArticle article, ArticleRecord known) {
    articles.put(known);
    stories.emit(
        new LaneOutput.Superseded(
            "Version %d of %s is older than version %d, which lane %s has."
                .formatted(article.version(), article.uri(), known.version(), known.lane())));
    return List.of();
  }

  private List<Work> resent(ArticleRecord known) {
    ArticleVerdict verdict = Verdicts.resent(requireNonNull(known.verdict()));
    articles.put(known.decided(verdict));
    stories.emit(new LaneOutput.Verdict(verdict, true));
    return List.of(new Work.Reconsider(known.uri()));
  }

  private List<Work> editorNote(PreparedArticle article, ArticleRecord known) {
    var reasons = VerdictReasons.advisory(article, slugs, articles);
    ArticleVerdict verdict =
        Verdicts.withoutText(article, known, Status.ADVISORY, reasons, stories.now());
    removeFromStory(known, Cause.ADVISORY);
    articles.put(known.withoutContent(verdict)); // it may quote the article that it kills
    stories.emit(new LaneOutput.Verdict(verdict, true));
    return List.of(new Work.UpdateCopies(known));
  }

  private List<Work> assign(PreparedArticle article, ArticleRecord known, boolean isArrival) {
    if (known.isMember()) {
      memory.remove(article.uri()); // it must not be compared with itself
    }
    boolean isFirst = known.order() < 0;
    ArticleRecord numbered = isFirst ? known.withOrder(store.nextOrder()) : known;
    @Nullable CopyMatch match = memory.findOriginal(article, numbered.order());
    @Nullable ArticleRecord predecessor = slugs.predecessor(article, match);
    List<Entity> entities = memory.linkNames(article);
    StoryChoice choice = choose(article, known, predecessor, match, entities);
    Assignment assignment = Assignment.of(choice, () -> stories.open(article), article, entities);
    ArticleVerdict verdict = Verdicts.of(article, known, assignment, stories.now());
    articles.put(numbered.decided(article.facts(), verdict));
    stories.emit(new LaneOutput.Verdict(verdict, isArrival));
    stories.update(known, article, verdict);
    if (isArrival) {
      articles.putContent(article); // not earlier: its story removes the terms of the old version
    }
    memory.remember(article, numbered.order(), match, entities, assignment.storyId());

    List<Work> work = new ArrayList<>();
    if (!isFirst) {
      work.add(new Work.UpdateCopies(known));
    }
    if (predecessor != null && assignment.relation() == Relation.ORIGINAL) {
      Notice.of(Advisory.Action.REPLACE, article)
          .ifPresent(notice -> work.add(new Work.AddNotice(predecessor.uri(), notice)));
    }
    work.add(new Work.RepairStory(assignment.storyId()));
    return work;
  }

  /**
   * Chooses a story. The models are used only if neither an editor nor a related article determines
   * it.
   */
  private StoryChoice choose(
      PreparedArticle article,
      ArticleRecord known,
      @Nullable ArticleRecord predecessor,
      @Nullable CopyMatch match,
      List<Entity> entities) {
    ArticleRecord original = match == null ? null : articles.find(match.original());
    String originalStory = stories.storyOf(original);
    Optional<StoryChoice> placed = edits.placement(known, match, originalStory);
    if (placed.isPresent()) {
      return placed.get();
    }
    Optional<StoryChoice> related =
        AssignmentRules.byRelation(
            predecessor,
            edits.allowedStory(known, stories.storyOf(predecessor)),
            match,
            edits.allowedStory(known, originalStory));
    if (related.isPresent()) {
      return related.get();
    }
    JoinDecision decision = memory.chooseStory(article, entities);
    String nearest = decision.storyId() == null ? null : stories.resolve(decision.storyId());
    if (nearest != null && edits.allowedStory(known, nearest) == null) {
      return new StoryChoice.StayApart(stories.storyOf(known), decision);
    }
    return AssignmentRules.byModels(decision, nearest, stories.ownStory(known));
  }

  private List<Work> suppress(
      Status status, PreparedArticle article, ArticleRecord known, boolean isArrival) {
    var reasons =
        VerdictReasons.suppressed(status, Notice.shown(known.notices(), article.facts(), status));
    ArticleVerdict verdict = Verdicts.withoutText(article, known, status, reasons, stories.now());
    ArticleRecord kept = edits.keepStory(known);
    removeFromStory(known, cause(status));
    if (status == Status.CANCELED) {
      articles.put(known.withoutContent(verdict));
    } else {
      articles.put(kept.decided(article.facts(), verdict));
      if (isArrival) {
        articles.putContent(article);
      }
    }
    stories.emit(new LaneOutput.Verdict(verdict, isArrival));
    return List.of(new Work.UpdateCopies(known));
  }

  private List<Work> mark(PreparedArticle article, ArticleRecord known) {
    ArticleVerdict verdict = Verdicts.marked(known);
    articles.put(known.decided(verdict));
    stories.emit(new LaneOutput.Verdict(verdict, false));
    stories.update(known, article, verdict);
    return List.of();
  }

  private static Cause cause(Status status) {
    return switch (status) {
      case WITHHELD -> Cause.WITHHELD;
      case REPLACED -> Cause.REPLACED;
      case CANCELED -> Cause.CANCELED;
      case ADVISORY -> Cause.ADVISORY;
      case USABLE -> Cause.OTHER;
    };
  }
}
