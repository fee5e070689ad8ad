package dev.storywire.story.learn;

import dev.storywire.entities.InMemoryNameStore;
import dev.storywire.entities.NameBook;
import dev.storywire.story.cluster.DecisionObserver;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.vector.ArticleView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A stream of articles in their order, some of which are labelled with a story.
 *
 * @param name for messages
 * @param labels story by uri; an article without one is background
 * @param weight in training
 * @param embedded false to decide it without embeddings, as in a language that has none
 */
record LabelledStream(
    String name,
    List<ArticleView> articles,
    Map<String, String> labels,
    double weight,
    boolean embedded) {
  private static final int QUIET_PARTS = 8;

  /** Time between the parts of a quiet lane: longer than an article is active. */
  private static final long QUIET_MS = 40L * 24 * 3600 * 1000;

  /** Creates the stream of a set, with the names linked as a lane links them. */
  static LabelledStream of(PreparedSet set) {
    NameBook names = new NameBook(new InMemoryNameStore());
    List<ArticleView> views = new ArrayList<>();
    for (PreparedArticle article : set.articles()) {
      views.add(ArticleView.of(article, names.link(article.names(), article.orderTime())));
    }
    return new LabelledStream(set.name(), views, set.labels(), 1, true);
  }

  /** Returns the stream in which only these stories are labelled. */
  LabelledStream only(Set<String> stories) {
    Map<String, String> kept = new HashMap<>(labels);
    kept.values().retainAll(stories);
    return new LabelledStream(name, articles, kept, weight, embedded);
  }

  /** Returns the stream with another weight. */
  LabelledStream withWeight(double other) {
    return new LabelledStream(name, articles, labels, other, embedded);
  }

  /** Returns the stream with each article changed. */
  private LabelledStream with(String as, UnaryOperator<ArticleView> change) {
    return new LabelledStream(as, articles.stream().map(change).toList(), labels, weight, embedded);
  }

  /** Returns the same stream as in a language without models: no names, no embeddings. */
  LabelledStream withoutModels() {
    LabelledStream nameless = with(name + " without models", ArticleView::withoutNames);
    return new LabelledStream(nameless.name, nameless.articles, labels, weight, false);
  }

  /** Returns the stream without the sources of the articles. */
  LabelledStream withoutSources() {
    return with(name, ArticleView::withoutSource);
  }

  /** Returns the stream in parts, weeks apart, each with one story in eight. */
  LabelledStream quiet() {
    List<String> stories = labels.values().stream().distinct().sorted().toList();
    List<ArticleView> quiet = new ArrayList<>();
    for (int part = 0; part < QUIET_PARTS; part++) {
      for (ArticleView article : articles) {
        if (stories.indexOf(labels.get(article.uri())) % QUIET_PARTS == part) {
          quiet.add(article.at(article.eventTime() + part * QUIET_MS));
        }
      }
    }
    return new LabelledStream(name + " in a quiet lane", quiet, labels, weight, embedded);
  }

  /** Returns a pass over the stream, with the models that its language has. */
  OnePass pass(StoryModels models, DecisionObserver observer) {
    return new OnePass(embedded ? models : models.withoutEmbeddings(), observer);
  }
}
