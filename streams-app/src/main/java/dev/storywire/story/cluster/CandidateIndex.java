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
  private final IntArrayList sorted = new IntArrayList();
  private final int[] ends = new int[LEVELS];

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
   * Returns the stories, except its own, that share words with an article, most promising first.
   *
   * @param candidates number of stories whose nearest members are returned as well
   * @param others number of stories behind them that are returned
   */
  List<Candidate> search(MemberArticle article, int candidates, int others) {
    TermVector words = article.vectors.words();
    int highest = 0;
    for (int i = 0; i < Math.min(LOOKED_UP, words.size()); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null) {
        highest = Math.max(highest, posting.score(words.weight(i), NEWEST, articles, found));
      }
    }
    List<Candidate> best = best(article.story, candidates + others, highest);
    best.stream().limit(candidates).forEach(this::findNearest);
    for (int i = 0; i < found.size(); i++) {
      articles.hits(found.getInt(i), 0);
    }
    found.clear();
    return best;
  }

  /** Returns the stories found, except the article's own, by the hits of their best member. */
  private List<Candidate> best(StoryState own, int most, int highest) {
    collectStories(most + 1, highest);
    // the head is the last of those kept
    PriorityQueue<Candidate> kept = new PriorityQueue<>(most + 1, Candidate.BY_HITS.reversed());
    for (StoryState story : stories) {
      if (story != own && (kept.size() < most || story.hits >= kept.element().hits)) {
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
  private void collectStories(int enough, int highest) {
    sortByLevel(highest / LEVELS + 1);
    int level = LEVELS;
    int articlesAbove = 0;
    for (int wanted = enough; stories.size() < enough && level > 0; wanted *= 2) {
      int from = articlesAbove;
      do {
        articlesAbove = ends[--level];
      } while (level > 0 && articlesAbove < wanted);
      for (int i = from; i < articlesAbove; i++) {
        collectStory(sorted.getInt(i));
      }
    }
  }

  /**
   * Sorts the articles found by level of hits, highest first, in one pass over them.
   *
   * @param width hits between two levels
   */
  private void sortByLevel(int width) {
    Arrays.fill(ends, 0);
    for (int i = 0; i < found.size(); i++) {
      ends[articles.hits(found.getInt(i)) / width]++;
    }
    int start = 0;
    for (int level = LEVELS - 1; level >= 0; level--) {
      int count = ends[level];
      ends[level] = start;
      start += count;
    }
    sorted.size(found.size());
    for (int i = 0; i < found.size(); i++) {
      int article = found.getInt(i);
      sorted.set(ends[articles.hits(article) / width]++, article);
    }
  }

  private void collectStory(int article) {
    StoryState story = articles.get(article).story;
    if (story.hits == 0) {
      stories.add(story);
    }
    story.hits = Math.max(story.hits, articles.hits(article));
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
