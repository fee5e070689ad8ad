package dev.storywire.story;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the remembered articles that share heavy words with an article: an inverted index that
 * looks at a bounded number of the newest articles of each word, however many are remembered.
 */
final class CandidateIndex {
  /** Words of the article that are looked up, heaviest first. */
  private static final int LOOKED_UP = 48;

  /** Newest articles of a word that are looked at. */
  private static final int NEWEST = 256;

  private final Int2ObjectOpenHashMap<Posting> postings = new Int2ObjectOpenHashMap<>();

  /** Adds an article that came after all that are in the index. */
  void add(MemberArticle article) {
    TermVector words = article.vectors.words();
    for (int i = 0; i < words.size(); i++) {
      postings
          .computeIfAbsent(words.term(i), term -> new Posting())
          .add(article, (byte) words.weight(i));
    }
  }

  /** Drops an article that has been marked as forgotten. */
  void remove(MemberArticle article) {
    TermVector words = article.vectors.words();
    for (int i = 0; i < words.size(); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null && posting.dropForgotten()) {
        postings.remove(words.term(i));
      }
    }
  }

  /**
   * The remembered articles that share words with this one. Their {@link MemberArticle#hits} hold
   * the dot product over the words looked up until {@link #clear} is called on the list.
   */
  List<MemberArticle> search(TermVector words) {
    List<MemberArticle> found = new ArrayList<>();
    for (int i = 0; i < Math.min(LOOKED_UP, words.size()); i++) {
      Posting posting = postings.get(words.term(i));
      if (posting != null) {
        posting.score(words.weight(i), NEWEST, found);
      }
    }
    return found;
  }

  /** Ends a search. */
  static void clear(List<MemberArticle> found) {
    for (MemberArticle article : found) {
      article.hits = 0;
    }
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

    /** Drops what is forgotten at the old end; true if nothing is left. */
    boolean dropForgotten() {
      while (size > 0 && articles[first].forgotten) {
        first = first + 1 & articles.length - 1;
        size--;
      }
      return size == 0;
    }

    void score(int weight, int most, List<MemberArticle> found) {
      int left = most;
      for (int i = size - 1; i >= 0 && left > 0; i--) {
        int at = first + i & articles.length - 1;
        MemberArticle article = articles[at];
        if (!article.forgotten) {
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
