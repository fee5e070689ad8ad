package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermVector;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the stories that share words of high weight with an article: an inverted index of which a
 * bounded number of the newest articles of each word is read.
 */
final class CandidateIndex {
  /** Number of words of the article that are looked up, highest weight first. */
  private static final int MAX_WORDS = 48;

  /** Number of the newest articles of a word that are compared. */
  private static final int MAX_ARTICLES_PER_WORD = 192;

  /** The articles found are counted by the highest bits of their hits. */
  private static final int LEVEL_BITS = 8;

  private final Int2ObjectOpenHashMap<Posting> postings = new Int2ObjectOpenHashMap<>();
  private final ActiveArticles articles = new ActiveArticles();

  // scratch of one search: the words of the article; the articles found, by position, and their
  // hits; stories
  private final Posting[] lookedUp = new Posting[MAX_WORDS];
  private final int[] weights = new int[MAX_WORDS];
  private final int[] found = new int[MAX_WORDS * MAX_ARTICLES_PER_WORD + 1];
  private final int[] foundHits = new int[MAX_WORDS * MAX_ARTICLES_PER_WORD];
  private int count;
  private final List<StoryState> stories = new ArrayList<>();

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

  /** Moves an article to another story. */
  void move(MemberArticle article, StoryState into) {
    article.story = into;
    articles.move(article.position, into);
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
    findArticles(article.vectors.words());
    List<Candidate> best = best(article.story, candidates + others);
    best.stream().limit(candidates).forEach(this::findNearest);
    clearHits();
    return best;
  }

  private void findArticles(TermVector words) {
    int known = lookUp(words);
    count = 0;
    int[] hits = articles.hits();
    for (int i = 0; i < known; i++) {
      count = lookedUp[i].score(weights[i], MAX_ARTICLES_PER_WORD, hits, found, count);
    }
    for (int i = 0; i < count; i++) {
      foundHits[i] = hits[found[i]];
    }
  }

  /** Looks up the words first, since the processor can then wait for several of them at once. */
  private int lookUp(TermVector words) {
    int known = 0;
    for (int i = 0; i < Math.min(MAX_WORDS, words.size()); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null) {
        lookedUp[known] = posting;
        weights[known++] = words.weight(i);
      }
    }
    return known;
  }

  private void clearHits() {
    int[] hits = articles.hits();
    for (int i = 0; i < count; i++) {
      hits[found[i]] = 0;
    }
  }

  /** Returns the stories found, except the article's own, by the hits of their best member. */
  private List<Candidate> best(StoryState own, int most) {
    collectStories(most + 1);
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
  private void collectStories(int enough) {
    int highest = 0;
    for (int i = 0; i < count; i++) {
      highest = Math.max(highest, foundHits[i]);
    }
    int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(highest) - LEVEL_BITS);
    int[] articlesAtLevel = new int[1 << LEVEL_BITS];
    for (int i = 0; i < count; i++) {
      articlesAtLevel[foundHits[i] >> shift]++;
    }
    int level = articlesAtLevel.length;
    int wanted = enough;
    for (int above = 0; stories.size() < enough && level > 0; wanted *= 2) {
      int from = level;
      do {
        above += articlesAtLevel[--level];
      } while (level > 0 && above < wanted);
      collectStories(level << shift, (from << shift) - 1);
    }
  }

  /** Collects the stories of the articles with this many hits. */
  private void collectStories(int least, int most) {
    for (int i = 0; i < count; i++) {
      if (foundHits[i] >= least && foundHits[i] <= most) {
        StoryState story = articles.story(found[i]);
        if (story.hits == 0) {
          stories.add(story);
        }
        story.hits = Math.max(story.hits, foundHits[i]);
      }
    }
  }

  /** Finds the members of a story that have most hits. */
  private void findNearest(Candidate candidate) {
    List<MemberArticle> members = candidate.story.members;
    if (members.size() <= count) {
      for (MemberArticle member : members) {
        candidate.offer(member, articles.hits(member.position));
      }
    } else { // the cost depends on the number of articles found, not on the size of the story
      for (int i = 0; i < count; i++) {
        if (articles.story(found[i]) == candidate.story) {
          candidate.offer(articles.get(found[i]), foundHits[i]);
        }
      }
    }
  }
}
