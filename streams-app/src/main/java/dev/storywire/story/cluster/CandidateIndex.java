package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermVector;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;

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
  private final int[] newest = new int[MAX_WORDS];
  private int count;
  private int mostHits;
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

  /** Returns the most hits of an article of another story that came after an article. */
  int mostHitsOfLater(MemberArticle article) {
    int known = lookUp(article.vectors.words());
    int[] hits = articles.hits();
    count = 0;
    for (int i = 0; i < known; i++) {
      count = lookedUp[i].scoreLater(article.position, weights[i], hits, found, count);
    }
    int most = 0;
    for (int i = 0; i < count; i++) {
      if (articles.story(found[i]) != article.story) {
        most = Math.max(most, hits[found[i]]);
      }
    }
    clearHits();
    return most;
  }

  private void findArticles(TermVector words) {
    int known = lookUp(words);
    count = 0;
    int[] hits = articles.hits();
    for (int i = 0; i < known; i++) {
      count = lookedUp[i].score(weights[i], MAX_ARTICLES_PER_WORD, hits, found, count);
    }
    mostHits = 0;
    for (int i = 0, n = count; i < n; i++) {
      foundHits[i] = hits[found[i]];
      mostHits = Math.max(mostHits, foundHits[i]);
    }
  }

  /**
   * Looks up the words and reads the newest entry of each. The processor waits for these reads at
   * the same time, and no longer when the entries are scored.
   */
  private int lookUp(TermVector words) {
    int known = 0;
    for (int i = 0; i < Math.min(MAX_WORDS, words.size()); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null) {
        newest[known] = posting.newest();
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
    List<Candidate> best = new ArrayList<>(stories.size());
    for (StoryState story : stories) {
      if (story != own) {
        best.add(new Candidate(story, story.hits));
      }
      story.hits = 0;
    }
    stories.clear();
    best.sort(Candidate.BY_HITS);
    return best.subList(0, Math.min(most, best.size()));
  }

  /**
   * Collects the stories whose best member has at least a number of hits. The number is set so high
   * that few more than enough stories reach it: most of the articles found share little, and their
   * stories are never looked at.
   */
  private void collectStories(int enough) {
    int[] levels = new int[1 << LEVEL_BITS];
    int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(mostHits) - LEVEL_BITS);
    countLevels(levels, shift);
    int level = levels.length;
    int above = 0;
    for (int wanted = 2 * enough; stories.size() < enough && level > 0; wanted *= 2) {
      int from = level;
      do {
        above += levels[--level];
      } while (level > 0 && above < wanted);
      collectStories(level << shift, (from << shift) - 1);
    }
  }

  private void countLevels(int[] levels, int shift) {
    int[] hits = foundHits;
    for (int i = 0, n = count; i < n; i++) {
      levels[hits[i] >> shift]++;
    }
  }

  /** Collects the stories of the articles with this many hits. */
  private void collectStories(int least, int most) {
    int[] hits = foundHits;
    for (int i = 0, n = count; i < n; i++) {
      if (hits[i] >= least && hits[i] <= most) {
        StoryState story = articles.story(found[i]);
        if (story.hits == 0) {
          stories.add(story);
        }
        story.hits = Math.max(story.hits, hits[i]);
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
