package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermVector;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the stories that share words of high weight with an article: an inverted index of which a
 * bounded number of the newest articles of each word is read.
 */
final class CandidateIndex {
  /** Number of words of the article that are looked up, highest weight first. */
  private static final int LOOKED_UP = 48;

  /** Number of the newest articles of a word that are compared. */
  private static final int NEWEST = 192;

  /** Levels of hits by which the articles found are counted. */
  private static final int LEVELS = 256;

  private final Int2ObjectOpenHashMap<Posting> postings = new Int2ObjectOpenHashMap<>();
  private final ActiveArticles articles = new ActiveArticles();

  // scratch of one search
  private final IntArrayList found = new IntArrayList();
  private final List<StoryState> stories = new ArrayList<>();
  private final int[] counts = new int[LEVELS];

  /** Adds an article that is newer than all in the index. */
  void add(MemberArticle article) {
    article.position = articles.add(article);
    TermVector words = article.vectors.words();
    for (int i = 0; i < words.size(); i++) {
      postings
          .computeIfAbsent(words.term(i), term -> new Posting())
          .add(article.position, (byte) words.weight(i));
    }
  }

  /** Removes an article. */
  void remove(MemberArticle article) {
    articles.remove(article.position);
    TermVector words = article.vectors.words();
    for (int i = 0; i < words.size(); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null && posting.dropInactive(articles)) {
        postings.remove(words.term(i));
      }
    }
  }

  /**
   * Returns the stories that share words with an article, most promising first.
   *
   * @param candidates number of stories whose nearest members are returned as well
   * @param others number of stories behind them that are returned
   */
  List<Candidate> search(TermVector words, int candidates, int others) {
    for (int i = 0; i < Math.min(LOOKED_UP, words.size()); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null) {
        posting.score(words.weight(i), NEWEST, articles, found);
      }
    }
    List<Candidate> best = best(candidates + others);
    best.stream().limit(candidates).forEach(this::findNearest);
    for (int i = 0; i < found.size(); i++) {
      articles.hits(found.getInt(i), 0);
    }
    found.clear();
    return best;
  }

  /** Returns the stories found, by the hits of their best member. */
  private List<Candidate> best(int most) {
    collectStories(most);
    // the head is the last of those kept
    PriorityQueue<Candidate> kept = new PriorityQueue<>(most + 1, Candidate.BY_HITS.reversed());
    for (StoryState story : stories) {
      if (kept.size() < most || story.hits >= kept.element().hits) {
        kept.add(new Candidate(story, story.hits));
        if (kept.size() > most) {
          kept.remove();
        }
      }
      story.hits = 0;
    }
    stories.clear();
    List<Candidate> best = new ArrayList<>(kept);
    best.sort(Candidate.BY_HITS);
    return best;
  }

  /**
   * Collects the stories whose best member has at least a number of hits. The number is set so high
   * that few more than enough stories reach it: most of the articles found share little, and their
   * stories are never looked at.
   */
  private void collectStories(int enough) {
    int width = countByHits();
    int level = LEVELS;
    int articlesAbove = 0;
    for (int wanted = enough; stories.size() < enough && level > 0; wanted *= 2) {
      int before = level;
      while (level > 0 && (level == before || articlesAbove < wanted)) {
        articlesAbove += counts[--level];
      }
      collectStories(level * width, before * width);
    }
  }

  /** Counts the articles found by level of hits. Returns the hits between two levels. */
  private int countByHits() {
    int highest = 0;
    for (int i = 0; i < found.size(); i++) {
      highest = Math.max(highest, articles.hits(found.getInt(i)));
    }
    int width = highest / LEVELS + 1;
    Arrays.fill(counts, 0);
    for (int i = 0; i < found.size(); i++) {
      counts[articles.hits(found.getInt(i)) / width]++;
    }
    return width;
  }

  /** Collects the stories of the articles found whose hits are in a range. */
  private void collectStories(int from, int to) {
    for (int i = 0; i < found.size(); i++) {
      int hits = articles.hits(found.getInt(i));
      if (hits >= from && hits < to) {
        StoryState story = articles.get(found.getInt(i)).story;
        if (story.hits == 0) {
          stories.add(story);
        }
        story.hits = Math.max(story.hits, hits);
      }
    }
  }

  /** Finds the members of a story that have most hits. */
  private void findNearest(Candidate candidate) {
    List<MemberArticle> members = candidate.story.members;
    if (members.size() <= found.size()) {
      for (MemberArticle member : members) {
        candidate.offer(member, articles.hits(member.position));
      }
    } else { // the cost depends on the number of articles found, not on the size of the story
      for (int i = 0; i < found.size(); i++) {
        MemberArticle member = articles.get(found.getInt(i));
        if (member.story == candidate.story) {
          candidate.offer(member, articles.hits(found.getInt(i)));
        }
      }
    }
  }
}
