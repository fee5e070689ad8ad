package dev.storywire.story.learn;

import dev.storywire.dedup.CopyComparison;
import dev.storywire.dedup.CopyModel;
import dev.storywire.dedup.Fingerprint;
import dev.storywire.dedup.Fingerprinter;
import dev.storywire.schemas.NewsItem;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.text.clean.Cleaner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Counts how many pairs of notices from one template the shipped copy model classifies as copies.
 * The notices are on different events, so that none of them is a copy of another.
 *
 * @param kind of {@link RoutineTemplates}
 * @param pairs pairs of notices that are within the window of copies and share half of the words
 * @param copies those classified as copies
 */
public record TemplateCopies(String kind, int pairs, int copies) {
  /** Share of the words of the shorter notice, from which on two have a template in common. */
  private static final double ONE_TEMPLATE = 0.5;

  /** Returns true for a file of templates. */
  public static boolean isTemplates(Path file) {
    return RoutineTemplates.isTemplates(file);
  }

  /** Counts for each kind in a file of templates. */
  public static List<TemplateCopies> of(Path file) {
    RoutineTemplates templates = RoutineTemplates.read(file);
    List<TemplateCopies> counts = new ArrayList<>();
    for (String kind : templates.kinds()) {
      counts.add(of(kind, templates.articles(List.of(kind))));
    }
    return counts;
  }

  private static TemplateCopies of(String kind, List<LabelledArticle> articles) {
    CopyModel model = CopyModel.shipped();
    List<Fingerprint> fingerprints = fingerprints(articles);
    int pairs = 0;
    int copies = 0;
    for (int i = 0; i < articles.size(); i++) {
      for (int j = 0; j < i; j++) {
        Duration apart = Duration.between(articles.get(j).time(), articles.get(i).time());
        if (apart.compareTo(CopyModel.WINDOW) <= 0
            && !Objects.equals(articles.get(i).story(), articles.get(j).story())) {
          Fingerprint a = fingerprints.get(j);
          Fingerprint b = fingerprints.get(i);
          if (new CopyComparison(a, b).features(apart).longRuns() >= ONE_TEMPLATE) {
            pairs++;
            copies += model.decide(a, b, apart).copy() ? 1 : 0;
          }
        }
      }
    }
    return new TemplateCopies(kind, pairs, copies);
  }

  private static List<Fingerprint> fingerprints(List<LabelledArticle> articles) {
    Cleaner cleaner = new Cleaner();
    Fingerprinter fingerprinter = new Fingerprinter();
    return articles.stream()
        .map(
            a ->
                fingerprinter.of(
                    cleaner.clean(
                        NewsItem.plain(a.id(), null, null, a.title(), a.body(), a.source())),
                    Preparation.commonWords(Objects.requireNonNullElse(a.language(), "en"))))
        .toList();
  }
}
