package dev.storywire.serve.catalog;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.query.Redaction;
import dev.storywire.serve.query.StoryLine;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A story in the list with its search keys.
 *
 * @param words folded words of its headlines, summary, names and terms, each preceded by a space
 * @param names ids and folded names of its entities
 */
record CatalogEntry(StoryLine line, String words, Set<String> names) {
  private static final int MAX_WORDS = 8_000;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  static CatalogEntry of(Story snapshot) {
    Story story = Redaction.of(snapshot);
    StringBuilder words = new StringBuilder();
    append(words, story.headline());
    story.summary().forEach(sentence -> append(words, sentence.text()));
    story.entities().forEach(entity -> append(words, entity.name()));
    story.terms().forEach(term -> append(words, term));
    story.articles().forEach(article -> append(words, article.headline()));
    Set<String> names = new HashSet<>();
    for (Entity entity : story.entities()) {
      names.add(entity.id());
      names.add(fold(entity.name()));
    }
    return new CatalogEntry(StoryLine.of(story), words.toString(), Set.copyOf(names));
  }

  /** Folds text: lower case, without accents, each word preceded by one space. */
  static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String spaced = BETWEEN_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return spaced.isEmpty() ? "" : " " + spaced;
  }

  private static void append(StringBuilder words, @Nullable String text) {
    if (text != null && words.length() + text.length() < MAX_WORDS) {
      words.append(fold(text));
    }
  }
}
