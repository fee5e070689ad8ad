package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermVector;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the stories that share heavy words with an article: an inverted index that looks at a
 * bounded number of the newest articles of each word, however many are remembered.
 */
final class CandidateIndex {
  /** Words of the article that are looked up, heaviest first. */
  private static final int LOOKED_UP = 48;

  /** Newest articles of a word that are looked at. */
  private static final int NEWEST = 192;

  private final Int2ObjectOpenHashMap<Posting> postings = new Int2ObjectOpenHashMap<>();

  // used during one search only
  private final ArrayList<MemberArticle> found = new ArrayList<>();
  private final ArrayList<StoryState> touched = new ArrayList<>();

  /** Adds an article that came after all that are in the index. */
  void add(MemberArticle article) {
    TermVector words = article.vectors.words();
    for (int i = 0; i < words.size(); i++) {
      postings
          .computeIfAbsent(words.term(i), term -> new Posting())
          .add(article, (byte) words.weight(i));
    }
  }

  /** Drops an article that has been marked as not active. */
  void remove(MemberArticle article) {
    TermVector words = article.vectors.words();
    for (int i = 0; i < words.size(); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null && posting.dropInactive()) {
        postings.remove(words.term(i));
      }
    }
  }

  /** Returns up to {@code most} stories that share words with an article, most promising first. */
  List<Candidate> search(TermVector words, int most) {
    for (int i = 0; i < Math.min(LOOKED_UP, words.size()); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null) {
        posting.score(words.weight(i), NEWEST, found);
      }
    }
    List<Candidate> candidates = mostHit(most);
    for (Candidate candidate : candidates) {
      candidate.story.candidate = candidate;
    }
    for (MemberArticle member : found) {
      Candidate candidate = member.story.candidate;
      if (candidate != null) {
        candidate.offer(member);
      }
    }
    for (MemberArticle member : found) {
      member.hits = 0;
    }
    for (Candidate candidate : candidates) {
      candidate.story.candidate = null;
    }
    found.clear();
    touched.clear();
    return candidates;
  }

  /** Returns the stories of the members found, by the hits of their best member. */
  private List<Candidate> mostHit(int most) {
    for (MemberArticle member : found) {
      StoryState story = member.story;
      if (story.hits == 0) {
        touched.add(story);
      }
      story.hits = Math.max(story.hits, member.hits);
    }
    // the last of those kept is at the head; most stories share little and are not kept
    PriorityQueue<Candidate> kept = new PriorityQueue<>(most + 1, Candidate.BY_HITS.reversed());
    for (StoryState story : touched) {
      if (kept.size() < most || story.hits >= kept.element().hits) {
        kept.add(new Candidate(story, story.hits));
        if (kept.size() > most) {
          kept.remove();
        }
      }
      story.hits = 0;
    }
    List<Candidate> candidates = new ArrayList<>(kept);
    candidates.sort(Candidate.BY_HITS);
    return candidates;
  }

  /** The articles of one word in the order they came, in a ring. */
  private static final class Posting {
    private MemberArticle[] articles = new MemberArticle[2];
    private byte[] weights = new byte[2];
    private int first;
    private int size;

    void add(MemberArticle article, byte weight) {
      if (size == articles.length) {
        grow();
      }
      int at = first + size++ & articles.length - 1;
      articles[at] = article;
      weights[at] = weight;
    }

    /** Drops what is not active at the old end; true if nothing is left. */
    boolean dropInactive() {
      while (size > 0 && !articles[first].active) {
        first = first + 1 & articles.length - 1;
        size--;
      }
      return size == 0;
    }

    void score(int weight, int most, ArrayList<MemberArticle> found) {
      int left = most;
      for (int i = size - 1; i >= 0 && left > 0; i--) {
        int at = first + i & articles.length - 1;
        MemberArticle article = articles[at];
        if (article.active) {
          if (article.hits == 0) {
            found.add(article);
          }
          article.hits += weight * (weights[at] & 0xFF);
          left--;
        }
      }
    }

    private void grow() {
      MemberArticle[] moreArticles = new MemberArticle[2 * articles.length];
      byte[] moreWeights = new byte[moreArticles.length];
      for (int i = 0; i < size; i++) {
        moreArticles[i] = articles[first + i & articles.length - 1];
        moreWeights[i] = weights[first + i & articles.length - 1];
      }
      articles = moreArticles;
      weights = moreWeights;
      first = 0;
    }
  }
}
