package dev.storywire.story.summary;

import dev.storywire.schemas.Story.SummarySentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headline and summary of a story. The headline is that of the most central article among the
 * newest third, so that it follows the event. The summary has up to three sentences of different
 * content: what happened, the latest development, and the sentence that adds most. A text is
 * central if it has many words in common with the other articles (degree centrality, as in LexRank,
 * Erkan and Radev 2004). The text changes only when a new choice is better by a margin, when it has
 * nothing from the newest third, or when an article from which it was taken has left the story.
 *
 * @param headlineUri the article whose headline it is; absent for a story without articles
 */
public record StoryText(
    @Nullable String headlineUri, String headline, List<SummarySentence> summary) {
  private static final int MAX_SENTENCES = 3;

  /** Factor by which a new choice must be better than the present one. */
  private static final double MARGIN = 1.2;

  /** Share of its weight that a sentence may have in common with one already taken. */
  private static final double MAX_REPEATED_SHARE = 0.5;

  /** Smallest number of articles of a story that has a newest third. */
  private static final int MIN_MOVING = 3;

  /** Smallest number of words that an article on the topic shares with the others. */
  private static final int MIN_SHARED_WORDS = 2;

  /** The text of a story without articles. */
  public static final StoryText NONE = new StoryText(null, "", List.of());

  /** Makes an absent list empty, since an empty list is not encoded. */
  public StoryText {
    headline = headline == null ? "" : headline;
    summary = summary == null ? List.of() : List.copyOf(summary);
  }

  /** Returns the text of a story with these leads, newest first, after this text. */
  public static StoryText of(List<Lead> leads, StoryText before) {
    if (leads.isEmpty()) {
      return NONE;
    }
    WordWeights weights = new WordWeights(leads);
    List<Lead> latest = latest(leads, weights);
    String current = before.headlineUri();
    Lead central = central(leads, current, weights);
    Lead headline = latest.isEmpty() ? central : central(latest, current, weights);
    List<SummarySentence> fresh =
        summary(leads, opening(leads, latest, weights), headline, weights);
    List<SummarySentence> kept = before.summary().stream().filter(s -> contains(leads, s)).toList();
    boolean better = weight(fresh, weights) > MARGIN * weight(kept, weights);
    boolean intact = kept.size() == before.summary().size() && !kept.isEmpty();
    boolean upToDate = latest.isEmpty() || kept.stream().anyMatch(s -> contains(latest, s));
    return new StoryText(
        headline.uri(), headline.headline(), intact && upToDate && !better ? kept : fresh);
  }

  /**
   * Returns the leads on the topic of the story among the newest third; empty for a story of one or
   * two articles.
   */
  private static List<Lead> latest(List<Lead> leads, WordWeights weights) {
    if (leads.size() < MIN_MOVING) {
      return List.of();
    }
    return leads.subList(0, (leads.size() + 2) / 3).stream()
        .filter(lead -> weights.sharedWords(lead.words().headlineAndOpening()) >= MIN_SHARED_WORDS)
        .toList();
  }

  /** Returns the lead that best describes what happened: the most central of the earlier ones. */
  private static Lead opening(List<Lead> leads, List<Lead> latest, WordWeights weights) {
    List<Lead> earlier = leads.stream().filter(lead -> !latest.contains(lead)).toList();
    return central(earlier.isEmpty() ? leads : earlier, null, weights);
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
    return weights.mean(lead.words().headlineAndOpening());
  }

  /**
   * Takes the lede of the opening, that of the latest article, then the sentence that adds most.
   */
  private static List<SummarySentence> summary(
      List<Lead> leads, Lead opening, Lead latest, WordWeights weights) {
    List<SummarySentence> chosen = new ArrayList<>();
    for (Lead lead : List.of(opening, latest)) {
      String lede = lead.sentences().isEmpty() ? "" : lead.sentences().get(0);
      if (!lede.isEmpty() && chosen.stream().noneMatch(s -> weights.hasMostOf(s.text(), lede))) {
        chosen.add(new SummarySentence(lede, lead.uri()));
      }
    }
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
        double repeated = 0;
        for (SummarySentence other : chosen) {
          repeated = Math.max(repeated, weights.shared(sentence, other.text()));
        }
        double score = weights.mean(sentence) * (1 - repeated);
        if (repeated < MAX_REPEATED_SHARE && score > bestScore) {
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
