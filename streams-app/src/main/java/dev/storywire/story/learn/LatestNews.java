package dev.storywire.story.learn;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.Story.SummarySentence;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.text.terms.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Measures whether stories show their latest news. Counts the stories of five and more articles
 * whose headline or summary has a word that is new in the headlines and ledes of the newest third.
 *
 * @param stories stories of five and more articles
 * @param inHeadline those whose headline has such a word
 * @param inText those whose headline or summary has one
 */
public record LatestNews(int stories, int inHeadline, int inText) {
  private static final int MIN_ARTICLES = 5;
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /**
   * Measures stories.
   *
   * @param snapshots the last of each story
   * @param articles all articles, in stream order
   * @param storyOf the story of each article by uri
   */
  static LatestNews of(
      Collection<Story> snapshots, List<PreparedArticle> articles, Map<String, String> storyOf) {
    Map<String, List<PreparedArticle>> members = new HashMap<>();
    for (PreparedArticle article : articles) {
      String story = storyOf.get(article.uri());
      if (story != null) {
        members.computeIfAbsent(story, id -> new ArrayList<>()).add(article);
      }
    }
    int stories = 0;
    int inHeadline = 0;
    int inText = 0;
    for (Story story : snapshots) {
      List<PreparedArticle> own = members.getOrDefault(story.storyId(), List.of());
      if (own.size() < MIN_ARTICLES) {
        continue;
      }
      Set<String> fresh = fresh(own);
      boolean headline = words(story.headline()).stream().anyMatch(fresh::contains);
      boolean summary =
          story.summary().stream()
              .map(SummarySentence::text)
              .anyMatch(text -> words(text).stream().anyMatch(fresh::contains));
      stories++;
      inHeadline += headline ? 1 : 0;
      inText += headline || summary ? 1 : 0;
    }
    return new LatestNews(stories, inHeadline, inText);
  }

  /** Returns the words that only the newest third has in its headlines and ledes. */
  private static Set<String> fresh(List<PreparedArticle> members) {
    int from = members.size() - members.size() / 3;
    Set<String> fresh = new HashSet<>();
    members.subList(from, members.size()).forEach(article -> addWords(article.terms(), fresh));
    Set<String> before = new HashSet<>();
    members.subList(0, from).forEach(article -> addWords(article.terms(), before));
    fresh.removeAll(before);
    return fresh;
  }

  private static void addWords(Terms terms, Set<String> words) {
    for (int i = 0; i < terms.wordCount(); i++) {
      if (terms.wordInHeadline(i) + terms.wordInLede(i) > 0) {
        words.add(terms.form(i));
      }
    }
  }

  private static Set<String> words(String text) {
    return new HashSet<>(List.of(SEPARATORS.split(text.toLowerCase(Locale.ROOT))));
  }
}
