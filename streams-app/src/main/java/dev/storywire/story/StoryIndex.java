package dev.storywire.story;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.storywire.text.Terms;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The working memory of one lane's stories: decides in one pass which story an article belongs to.
 *
 * <p>How it is used, for each article in the lane's order: {@link #advance} to its event time,
 * {@link #decide}, then {@link #add} it to the story decided on (or to that of its original, if it
 * is a copy; or to a new one), then ask for {@link #repairs} and {@link #apply} them. A withdrawn
 * article is {@link #remove}d. Nothing here reads a clock or forgets by itself.
 *
 * <p>Cost of an article: a bounded number of postings per word and a bounded number of members of a
 * bounded number of stories are looked at, whatever is remembered.
 */
public final class StoryIndex {
  private static final int CANDIDATES = 8;
  private static final int RECENT_MEMBERS = 16;
  private static final int SHARED_SHOWN = 10;
  private static final long WINDOW = 4L * 24 * 3600 * 1000;
  private static final double BAR = 0.11;

  private final Vocabulary vocabulary = new Vocabulary();
  private final Vectorizer vectorizer = new Vectorizer(vocabulary);
  private final CandidateIndex candidates = new CandidateIndex();
  private final Object2ObjectOpenHashMap<String, StoryState> stories =
      new Object2ObjectOpenHashMap<>();
  private final Object2ObjectOpenHashMap<String, MemberArticle> articles =
      new Object2ObjectOpenHashMap<>();
  private long sequence;

  /** The story this article belongs to as things stand. Changes nothing. */
  public JoinDecision decide(ArticleView article) {
    ArticleVectors vectors = vectorizer.vectors(article);
    List<Candidate> ranked = rank(article, vectors);
    if (ranked.isEmpty()) {
      return new JoinDecision(null, 0, BAR, null, List.of(), List.of(), null);
    }
    Candidate best = ranked.get(0);
    boolean joins = best.score >= BAR;
    Candidate next = !joins ? best : ranked.size() > 1 ? ranked.get(1) : null;
    MemberArticle newest = best.story.newest();
    return new JoinDecision(
        joins ? best.story.id : null,
        best.score,
        BAR,
        next == null ? null : new JoinDecision.Scored(next.story.id, next.score),
        sharedTerms(article.terms(), newest.vectors.words()),
        List.of(),
        Math.abs(article.eventTime() - newest.eventTime) / 3.6e6);
  }

  /**
   * Remembers an article as a member of a story, which opens if it is not known. One of that uri
   * that is remembered already is forgotten.
   */
  public void add(ArticleView article, String storyId) {
    ArticleVectors vectors = vectorizer.vectors(article);
    remove(article.uri());
    int source =
        article.source().isEmpty() ? 0 : Hashing.wyhashFinal4().hashCharsToInt(article.source());
    remember(
        new MemberArticle(
            article.uri(), sequence++, article.eventTime(), source, vectors, story(storyId)));
  }

  /**
   * A remembered article as bytes (about a kilobyte), to be stored after {@link #add} and after an
   * {@link #apply} that names it, and deleted when it is removed or forgotten. The index is a pure
   * function of these records.
   *
   * @throws IllegalArgumentException if no article of that uri is remembered
   */
  public byte[] encode(String uri) {
    MemberArticle member = articles.get(uri);
    if (member == null) {
      throw new IllegalArgumentException("No article " + uri + " is remembered");
    }
    return MemberCodec.encode(member);
  }

  /**
   * Fills an empty index from the records of {@link #encode}, in any order. It then decides as the
   * one that wrote them would.
   */
  public void restore(Iterable<byte[]> records) {
    List<MemberCodec.Stored> stored = new ArrayList<>();
    for (byte[] record : records) {
      stored.add(MemberCodec.decode(record));
    }
    stored.sort(Comparator.comparingLong(MemberCodec.Stored::sequence));
    for (MemberCodec.Stored s : stored) {
      remember(
          new MemberArticle(
              s.uri(), s.sequence(), s.eventTime(), s.source(), s.vectors(), story(s.storyId())));
      sequence = s.sequence() + 1;
    }
  }

  private StoryState story(String id) {
    return stories.computeIfAbsent(id, (String key) -> new StoryState(key));
  }

  private void remember(MemberArticle member) {
    member.story.members.add(member);
    articles.put(member.uri, member);
    candidates.add(member);
    vocabulary.add(member.vectors);
  }

  /** Forgets an article; a story without articles is forgotten with its last. */
  public void remove(String uri) {
    MemberArticle member = articles.remove(uri);
    if (member == null) {
      return;
    }
    member.forgotten = true;
    member.story.members.remove(member);
    if (member.story.members.isEmpty()) {
      stories.remove(member.story.id);
    }
    candidates.remove(member);
    vocabulary.remove(member.vectors);
  }

  /**
   * What the newest article of a story now says about it and its neighbours, to be {@link #apply}ed
   * in this order.
   */
  public List<Repair> repairs(String storyId) {
    return List.of();
  }

  /**
   * Carries out a repair in working memory.
   *
   * @param newStoryId the story that a {@link Repair.Split} opens; not used by a merge
   * @return uris of the remembered articles that moved, whose records are to be stored again
   */
  public List<String> apply(Repair repair, @Nullable String newStoryId) {
    return List.of();
  }

  /**
   * Forgets what is older than the windows allow at this event time.
   *
   * @return uris of the articles forgotten, oldest first
   */
  public List<String> advance(long eventTime) {
    return List.of();
  }

  /** Members of a story that are remembered, in the order they came. */
  public List<String> members(String storyId) {
    StoryState story = stories.get(storyId);
    return story == null ? List.of() : story.members.stream().map(m -> m.uri).toList();
  }

  private List<Candidate> rank(ArticleView article, ArticleVectors vectors) {
    List<MemberArticle> found = candidates.search(vectors.words());
    Map<StoryState, Candidate> byStory = new LinkedHashMap<>();
    for (MemberArticle member : found) {
      byStory.computeIfAbsent(member.story, Candidate::new).hit(member.hits);
    }
    CandidateIndex.clear(found);
    List<Candidate> ranked = new ArrayList<>(byStory.values());
    ranked.sort(Comparator.comparingInt((Candidate c) -> -c.hits).thenComparing(c -> c.story.id));
    if (ranked.size() > CANDIDATES) {
      ranked.subList(CANDIDATES, ranked.size()).clear();
    }
    Comparison comparison = new Comparison(vectors);
    for (Candidate candidate : ranked) {
      List<MemberArticle> all = candidate.story.members;
      List<MemberArticle> recent =
          all.subList(Math.max(0, all.size() - RECENT_MEMBERS), all.size()).stream()
              .filter(m -> Math.abs(article.eventTime() - m.eventTime) <= WINDOW)
              .toList();
      Comparison.Likeness likeness = comparison.with(recent);
      candidate.score = 0.7 * likeness.mean(0) + 0.3 * likeness.mean(1);
    }
    ranked.sort(
        Comparator.comparingDouble((Candidate c) -> -c.score).thenComparing(c -> c.story.id));
    return ranked;
  }

  private static List<String> sharedTerms(Terms terms, TermVector words) {
    Int2IntOpenHashMap lookup = words.lookup();
    List<Integer> shared = new ArrayList<>();
    for (int i = 0; i < terms.wordCount(); i++) {
      if (lookup.containsKey(terms.word(i))) {
        shared.add(i);
      }
    }
    shared.sort(Comparator.comparingInt((Integer i) -> -lookup.get(terms.word(i))));
    return shared.stream().limit(SHARED_SHOWN).map(terms::form).toList();
  }

  private static final class Candidate {
    final StoryState story;
    int hits;
    double score;

    Candidate(StoryState story) {
      this.story = story;
    }

    void hit(int hits) {
      this.hits = Math.max(this.hits, hits);
    }
  }
}
