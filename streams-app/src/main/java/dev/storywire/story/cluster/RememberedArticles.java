package dev.storywire.story.cluster;

import dev.storywire.story.vector.Vocabulary;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The articles that a lane remembers, and their stories.
 *
 * <p>An article is active, so that later ones can join its story, for {@link #ACTIVE_MS} of event
 * time. Its terms are counted in the vocabulary while it is active or among the newest {@link
 * #MIN_COUNTED_ARTICLES} articles, so that a quiet lane has counts, too.
 */
final class RememberedArticles {
  /** Time for which an article is active: ten days. */
  static final long ACTIVE_MS = 10L * 24 * 3600 * 1000;

  /** Number of the newest articles whose terms are counted, whatever their age. */
  static final int MIN_COUNTED_ARTICLES = 20_000;

  /** Number of the newest articles that are found by their sequence number. A power of two. */
  private static final int RECENT = 512;

  final Vocabulary vocabulary;
  final CandidateIndex candidates = new CandidateIndex();
  private final Object2ObjectOpenHashMap<String, StoryState> stories =
      new Object2ObjectOpenHashMap<>();
  private final Object2ObjectOpenHashMap<String, MemberArticle> articles =
      new Object2ObjectOpenHashMap<>();
  private final ArrayDeque<MemberArticle> bySequence = new ArrayDeque<>();
  private final @Nullable MemberArticle[] recent = new MemberArticle[RECENT];
  private final PriorityQueue<MemberArticle> activeByTime =
      new PriorityQueue<>(
          Comparator.comparingLong((MemberArticle a) -> a.eventTime)
              .thenComparingLong(a -> a.sequence));

  RememberedArticles(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Nullable StoryState story(String id) {
    return stories.get(id);
  }

  @Nullable MemberArticle article(String uri) {
    return articles.get(uri);
  }

  /** Returns the sequence number of the next article: one more than that of the newest. */
  long nextSequence() {
    return bySequence.isEmpty() ? 0 : bySequence.getLast().sequence + 1;
  }

  /** Returns the article with a sequence number, if it is among the newest that are remembered. */
  @Nullable MemberArticle recent(long sequence) {
    MemberArticle article = recent[(int) (sequence & (RECENT - 1))];
    return article != null && article.sequence == sequence && articles.get(article.uri) == article
        ? article
        : null;
  }

  StoryState openStory(String id) {
    return stories.computeIfAbsent(id, (String key) -> new StoryState(key));
  }

  /** Adds an article that is newer than all that are remembered. */
  void add(MemberArticle article) {
    articles.put(article.uri, article);
    bySequence.addLast(article);
    recent[(int) (article.sequence & (RECENT - 1))] = article;
    vocabulary.add(article.vectors);
    article.story.addAll(List.of(article));
    activeByTime.add(article);
    candidates.add(article);
  }

  /** Removes an article, if it is remembered. */
  void remove(String uri) {
    MemberArticle article = articles.remove(uri);
    if (article == null) {
      return;
    }
    vocabulary.remove(article.vectors);
    bySequence.remove(article);
    if (article.active) {
      activeByTime.remove(article);
      deactivate(article);
    }
  }

  /** Expires articles that are too old at this event time. Returns those no longer remembered. */
  List<String> advance(long eventTime) {
    while (!activeByTime.isEmpty() && activeByTime.peek().eventTime < eventTime - ACTIVE_MS) {
      deactivate(activeByTime.remove());
    }
    List<String> expired = new ArrayList<>();
    while (articles.size() > MIN_COUNTED_ARTICLES && !bySequence.getFirst().active) {
      MemberArticle oldest = bySequence.removeFirst();
      articles.remove(oldest.uri);
      vocabulary.remove(oldest.vectors);
      expired.add(oldest.uri);
    }
    return expired;
  }

  /** Moves all active members of one story to another, in the order of arrival. */
  List<String> merge(StoryState from, StoryState into) {
    List<String> moved = new ArrayList<>();
    for (MemberArticle article : from.members) {
      candidates.move(article, into);
      moved.add(article.uri);
    }
    into.addAll(from.members);
    stories.remove(from.id);
    return moved;
  }

  /** Moves those of the articles that are active to another story; returns them. */
  List<String> move(List<String> uris, StoryState into) {
    List<String> moved = new ArrayList<>();
    for (String uri : uris) {
      MemberArticle article = articles.get(uri);
      if (article != null && article.active) {
        removeFromStory(article);
        candidates.move(article, into);
        into.addAll(List.of(article));
        moved.add(uri);
      }
    }
    return moved;
  }

  private void deactivate(MemberArticle article) {
    article.active = false;
    removeFromStory(article);
    candidates.remove(article);
  }

  private void removeFromStory(MemberArticle article) {
    article.story.remove(article);
    if (article.story.members.isEmpty()) {
      stories.remove(article.story.id);
    }
  }
}
