package dev.storywire.story.learn;

import dev.storywire.entities.InMemoryNameStore;
import dev.storywire.entities.NameBook;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.vector.ArticleView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stream of articles in their order, some of which are labelled with a story.
 *
 * @param name for people
 * @param labels story by uri; an article without one is background
 */
record LabelledStream(String name, List<ArticleView> articles, Map<String, String> labels) {
  private static final int QUIET_PARTS = 8;

  /** Longer than any article attracts others. */
  private static final long QUIET_MS = 40L * 24 * 3600 * 1000;

  /** Reads the articles as a lane would: by the same preparation, with the names linked. */
  static LabelledStream of(String name, List<LabelledArticle> articles) {
    return of(PreparedSet.of(name, articles));
  }

  /** Reads prepared articles as a lane would, with the names linked. */
  static LabelledStream of(PreparedSet set) {
    NameBook names = new NameBook(new InMemoryNameStore());
    List<ArticleView> views = new ArrayList<>();
    for (PreparedArticle article : set.articles()) {
      views.add(ArticleView.of(article, names.link(article.names(), article.orderTime())));
    }
    return new LabelledStream(set.name(), views, set.labels());
  }

  /** The same stream in which only these stories are labelled. */
  LabelledStream only(Set<String> stories) {
    Map<String, String> kept = new HashMap<>(labels);
    kept.values().retainAll(stories);
    return new LabelledStream(name, articles, kept);
  }

  /** The same stream of which no names were read. */
  LabelledStream withoutNames() {
    List<ArticleView> nameless =
        articles.stream()
            .map(a -> new ArticleView(a.uri(), a.eventTime(), a.source(), a.terms(), List.of()))
            .toList();
    return new LabelledStream(name, nameless, labels);
  }

  /** The same stream of which nobody knows who published what. */
  LabelledStream withoutSources() {
    List<ArticleView> sourceless =
        articles.stream()
            .map(a -> new ArticleView(a.uri(), a.eventTime(), "", a.terms(), a.names()))
            .toList();
    return new LabelledStream(name, sourceless, labels);
  }

  /** The same stream with only one story in eight at a time, and weeks between. */
  LabelledStream quiet(String asName) {
    List<String> stories = labels.values().stream().distinct().sorted().toList();
    List<ArticleView> quiet = new ArrayList<>();
    for (int part = 0; part < QUIET_PARTS; part++) {
      for (ArticleView article : articles) {
        if (stories.indexOf(labels.get(article.uri())) % QUIET_PARTS == part) {
          long time = article.eventTime() + part * QUIET_MS;
          quiet.add(
              new ArticleView(
                  article.uri(), time, article.source(), article.terms(), article.names()));
        }
      }
    }
    return new LabelledStream(asName, quiet, labels);
  }
}
