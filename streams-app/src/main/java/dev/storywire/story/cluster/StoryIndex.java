package dev.storywire.story.cluster;

import dev.storywire.story.vector.ArticleVectors;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.Vectorizer;
import dev.storywire.story.vector.Vocabulary;
import dev.storywire.text.terms.Stems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The index of the active stories of one lane. Decides in one pass which story an article belongs
 * to.
 *
 * <p>For each article in the order of the lane: {@link #advance} to its event time, {@link
 * #decide}, {@link #add} it to the story chosen (to that of its original, if it is a copy; or to a
 * new one), then get the {@link #repairs} and {@link #apply} them. A withdrawn article is {@link
 * #remove}d. The index reads no clock and expires nothing by itself.
 *
 * <p>An article is active for ten days of event time: later articles can join its story. A story
 * without active articles is not in the index.
 *
 * <p>The work for an article is bounded: the numbers of postings of a word, of stories, and of
 * members of each story that are read do not depend on how much is remembered.
 */
public final class StoryIndex {
  private final StoryModels models;
  private final DecisionObserver observer;
  private final RememberedArticles remembered;
  private final Vectorizer vectorizer;
  private final CandidateRanking ranking;
  private final RepairEvidence evidence;
  private final SecondLook secondLook;

  /** The candidates of the last {@link #decide}, best first, for the repairs that may follow. */
  private List<Candidate> neighbours = List.of();

  private String decided = "";
  private boolean scoresNames;

  /** True if that article is worth a second look. */
  private boolean isWorthSecondLook;

  /** The last article as it was compared, until the vocabulary changes. */
  private @Nullable MemberArticle compared;

  /** Creates an empty index with the shipped models. */
  public StoryIndex() {
    this(StoryModels.shipped(), DecisionObserver.NONE);
  }

  /** Creates an empty index with these models, whose decisions are observed. */
  public StoryIndex(StoryModels models, DecisionObserver observer) {
    this.models = models;
    this.observer = observer;
    this.remembered = new RememberedArticles(new Vocabulary(models.stems()));
    this.vectorizer = new Vectorizer(remembered.vocabulary, models.embeddings());
    this.ranking = new CandidateRanking(remembered.candidates);
    this.evidence = new RepairEvidence(models, observer);
    this.secondLook = new SecondLook(models, remembered, ranking);
  }

  /** Decides which story an article belongs to. Changes nothing that a decision depends on. */
  public JoinDecision decide(ArticleView article) {
    compared = null;
    MemberArticle member = member(article, new StoryState(""));
    List<Candidate> ranked = ranking.of(member);
    for (Candidate candidate : ranked) {
      candidate.mismatch = mismatch(member, candidate);
      if (!article.scoresNames()) {
        JoinFeatures.omitNames(candidate.features);
      }
      observer.join(article.uri(), candidate.story, candidate.features);
      candidate.score = candidate.mismatch == null ? models.join().score(candidate.features) : 0;
    }
    ranked.sort(Candidate.BY_SCORE);
    neighbours = ranked;
    decided = article.uri();
    scoresNames = article.scoresNames();
    isWorthSecondLook = !member.notice.needsSubject() && SecondLook.isWorthSecondLook(ranked);
    compared = member;
    return JoinEvidence.decision(article, member, ranked, threshold(member, ranked));
  }

  /** Returns the score that the best candidate needs. */
  private double threshold(MemberArticle article, List<Candidate> ranked) {
    double ofStory = ranked.isEmpty() ? 0 : ranked.get(0).story.meanLength();
    double usual = models.joinThreshold(Math.max(article.vectors.length(), ofStory));
    return article.notice.threshold(usual);
  }

  private static JoinDecision.@Nullable Mismatch mismatch(
      MemberArticle article, Candidate candidate) {
    if (JoinFeatures.namesOthers(candidate.features)) {
      return JoinDecision.Mismatch.NAMES;
    }
    if (article.notice.isLaterThan(candidate.story, article.eventTime)) {
      return JoinDecision.Mismatch.EARLIER_DAY;
    }
    return article.notice.hasOtherSubject(candidate) ? JoinDecision.Mismatch.SUBJECT : null;
  }

  /**
   * Adds an article to a story, which opens if it is not in the index. Replaces an article of the
   * same uri.
   */
  public void add(ArticleView article, String storyId) {
    if (remembered.article(article.uri()) != null) {
      remove(article.uri());
    }
    remembered.add(member(article, remembered.openStory(storyId)));
    compared = null;
  }

  /** Removes an article, and its story with the last article. */
  public void remove(String uri) {
    remembered.remove(uri);
    compared = null;
  }

  /**
   * Returns the repairs that follow from the newest article of a story, to be {@link #apply}ed in
   * this order. If there are none, takes a second look at earlier articles. Returns none if the
   * article was not {@link #decide}d just before, or if its repairs have been returned already.
   */
  public List<Repair> repairs(String storyId) {
    StoryState story = remembered.story(storyId);
    List<Repair> repairs =
        story == null || !story.newest().uri.equals(decided) ? List.of() : repairs(story);
    neighbours = List.of(); // later, these stories may be gone
    decided = "";
    return repairs;
  }

  private List<Repair> repairs(StoryState story) {
    List<Repair> repairs = evidence.repairs(story, neighbours, scoresNames);
    return repairs.isEmpty() ? secondLook.repairs(story.newest().sequence, scoresNames) : repairs;
  }

  /**
   * Applies a repair to the index.
   *
   * @param newStoryId the story that a {@link Repair.Split} opens; not used by a merge
   * @return uris of the remembered articles that moved, whose records are to be stored again
   */
  public List<String> apply(Repair repair, @Nullable String newStoryId) {
    if (repair instanceof Repair.Merge merge) {
      StoryState from = remembered.story(merge.from());
      return from == null ? List.of() : remembered.merge(from, remembered.openStory(merge.into()));
    }
    Repair.Split split = (Repair.Split) repair;
    StoryState into = remembered.openStory(Objects.requireNonNull(newStoryId, "newStoryId"));
    return remembered.move(split.uris(), into);
  }

  /**
   * Expires the articles that are older than the windows at this event time.
   *
   * @return uris of the articles that are no longer remembered, whose records are to be deleted
   */
  public List<String> advance(long eventTime) {
    compared = null;
    return remembered.advance(eventTime);
  }

  /** Returns the active members of a story, in the order of arrival. */
  public List<String> members(String storyId) {
    StoryState story = remembered.story(storyId);
    return story == null ? List.of() : story.uris();
  }

  /**
   * Encodes a remembered article (about 600 bytes), to be stored after {@link #add} and after an
   * {@link #apply} that names it, and deleted when it is removed or has expired. The index is a
   * pure function of these records and the event time.
   *
   * @throws IllegalArgumentException if no article of that uri is remembered
   */
  public byte[] encode(String uri) {
    MemberArticle member = remembered.article(uri);
    if (member == null) {
      throw new IllegalArgumentException("No article " + uri + " is remembered");
    }
    return MemberCodec.encode(member);
  }

  /**
   * Fills an empty index from the records of {@link #encode}, in any order. It then decides as the
   * one that wrote them would.
   *
   * @param eventTime the last that {@link #advance} was called with
   */
  public void restore(Iterable<byte[]> records, long eventTime) {
    List<MemberCodec.Stored> stored = new ArrayList<>();
    for (byte[] record : records) {
      stored.add(MemberCodec.decode(record, models.embeddings()));
    }
    stored.sort(Comparator.comparingLong(MemberCodec.Stored::sequence));
    for (MemberCodec.Stored s : stored) {
      remembered.add(s.member(remembered.openStory(s.storyId())));
    }
    remembered.advance(eventTime);
  }

  private MemberArticle member(ArticleView article, StoryState story) {
    int source = article.source().isEmpty() ? 0 : Stems.hash(article.source());
    boolean isDecided = article.uri().equals(decided);
    MemberArticle known = isDecided ? compared : null;
    ArticleVectors vectors = known != null ? known.vectors : vectorizer.vectors(article);
    RoutineNotice notice = known != null ? known.notice : RoutineNotice.of(article, vectors);
    return new MemberArticle(
        article.uri(),
        remembered.nextSequence(),
        article.eventTime(),
        source,
        vectors,
        notice,
        isDecided && isWorthSecondLook,
        story);
  }
}
