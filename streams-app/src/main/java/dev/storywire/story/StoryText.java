package dev.storywire.story;

import dev.storywire.schemas.Story.SummarySentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a story: the headline of its most central recent original, and up to three
 * sentences from its recent originals, none said twice. Central is what the others say as well
 * (LexRank's idea, Erkan and Radev 2004, by degree). It changes only when it gets better by a
 * margin, or when what it was taken from has left the story.
 *
 * @param headlineUri the article whose headline it is; absent for a story without articles
 */
public record StoryText(
    @Nullable String headlineUri, String headline, List<SummarySentence> summary) {
  private static final int MAX_SENTENCES = 3;

  /** How much better a new choice must be. */
  private static final double MARGIN = 1.2;

  /** Share of its weight that a sentence may have in common with one already taken. */
  private static final double SAID = 0.5;

  static final StoryText NONE = new StoryText(null, "", List.of());

  /** Makes an absent list empty: it is not written. */
  public StoryText {
    headline = headline == null ? "" : headline;
    summary = summary == null ? List.of() : List.copyOf(summary);
  }

  /** The text of a story that has these leads now and read like this before. */
  static StoryText of(List<Lead> leads, StoryText before) {
    if (leads.isEmpty()) {
      return NONE;
    }
    WordWeights weights = new WordWeights(leads);
    Lead central = central(leads, before.headlineUri(), weights);
    List<SummarySentence> fresh = summary(leads, central, weights);
    List<SummarySentence> kept = before.summary().stream().filter(s -> contains(leads, s)).toList();
    boolean better = weight(fresh, weights) > MARGIN * weight(kept, weights);
    boolean intact = kept.size() == before.summary().size() && !kept.isEmpty();
    return new StoryText(central.uri(), central.headline(), intact && !better ? kept : fresh);
  }

  private static Lead central(List<Lead> leads, @Nullable String current, WordWeights weights) {
    Lead best = leads.get(0);
    double bestScore = -1;
    for (Lead lead : leads) {
      double score = centrality(lead, weights) * (lead.uri().equals(current) ? MARGIN : 1);
      if (score > bestScore) {
        best = lead;
        bestScore = score;
      }
    }
    return best;
  }

  private static double centrality(Lead lead, WordWeights weights) {
    String opening = lead.sentences().isEmpty() ? "" : lead.sentences().get(0);
    return weights.mean(lead.headline() + " " + opening);
  }

  /** The lede of the central article first, then what adds most to what has been said. */
  private static List<SummarySentence> summary(
      List<Lead> leads, Lead central, WordWeights weights) {
    List<SummarySentence> chosen = new ArrayList<>();
    central.sentences().stream()
        .findFirst()
        .ifPresent(s -> chosen.add(new SummarySentence(s, central.uri())));
    while (chosen.size() < MAX_SENTENCES) {
      Optional<SummarySentence> next = next(leads, chosen, weights);
      if (next.isEmpty()) {
        break;
      }
      chosen.add(next.get());
    }
    return chosen;
  }

  private static Optional<SummarySentence> next(
      List<Lead> leads, List<SummarySentence> chosen, WordWeights weights) {
    SummarySentence best = null;
    double bestScore = 0;
    for (Lead lead : leads) {
      for (String sentence : lead.sentences()) {
        double said = 0;
        for (SummarySentence other : chosen) {
          said = Math.max(said, weights.shared(sentence, other.text()));
        }
        double score = weights.mean(sentence) * (1 - said);
        if (said < SAID && score > bestScore) {
          best = new SummarySentence(sentence, lead.uri());
          bestScore = score;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static double weight(List<SummarySentence> summary, WordWeights weights) {
    return summary.stream().mapToDouble(s -> weights.mean(s.text())).sum();
  }

  private static boolean contains(List<Lead> leads, SummarySentence sentence) {
    return leads.stream()
        .anyMatch(l -> l.uri().equals(sentence.uri()) && l.sentences().contains(sentence.text()));
  }
}
