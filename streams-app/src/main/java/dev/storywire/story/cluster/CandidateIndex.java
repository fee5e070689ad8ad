package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermVector;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.List;

/**
 * Finds the stories that share words of high weight with an article. It is an inverted index, of
 * which only a bounded number of the newest articles of each word are read.
 */
final class CandidateIndex {
  /** Number of words of the article that are looked up, highest weight first. */
  private static final int MAX_WORDS = 48;

  /** Number of the newest articles of a word that are compared. */
  private static final int MAX_ARTICLES_PER_WORD = 192;

  private final Int2ObjectOpenHashMap<Posting> postings = new Int2ObjectOpenHashMap<>();
  private final ActiveArticles articles = new ActiveArticles();
  private final SearchHits hits = new SearchHits(articles, MAX_WORDS * MAX_ARTICLES_PER_WORD);

  // the words of the article that is searched for: their articles and their weights
  private final Posting[] lookedUp = new Posting[MAX_WORDS];
  private final int[] weights = new int[MAX_WORDS];

  /**
   * Newest entries of these words, which {@link #lookUp} reads ahead. No result depends on them.
   */
  private final int[] prefetched = new int[MAX_WORDS];

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
   * @param others number of stories after them that are returned
   */
  List<Candidate> search(MemberArticle article, int candidates, int others) {
    int known = lookUp(article.vectors.words());
    for (int i = 0; i < known; i++) {
      hits.add(lookedUp[i], weights[i], MAX_ARTICLES_PER_WORD);
    }
    List<Candidate> best = hits.best(article.story, candidates + others);
    best.stream().limit(candidates).forEach(hits::findNearest);
    hits.clear();
    return best;
  }

  /** Returns the highest overlap of an article of another story that came after an article. */
  int maxOverlapOfLater(MemberArticle article) {
    int known = lookUp(article.vectors.words());
    for (int i = 0; i < known; i++) {
      hits.addLater(lookedUp[i], weights[i], article.position);
    }
    int most = hits.maxOverlapOutside(article.story);
    hits.clear();
    return most;
  }

  /**
   * Looks up the words, and loads the newest entry of each into the processor's cache. Here the
   * processor loads several entries at once; when they are scored, it would wait for each in turn.
   * The entries are stored, because the compiler removes a read whose result is not used.
   */
  private int lookUp(TermVector words) {
    int known = 0;
    for (int i = 0; i < Math.min(MAX_WORDS, words.size()); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null) {
        lookedUp[known] = posting;
        prefetched[known] = posting.newest();
        weights[known++] = words.weight(i);
      }
    }
    return known;
  }
}
