package dev.storywire.story.cluster;

import dev.storywire.schemas.Entity;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.TermLookup;
import dev.storywire.story.vector.TermVector;
import dev.storywire.story.vector.Vectorizer;
import dev.storywire.text.terms.Terms;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds the evidence to a join decision: shared terms and names, the runner-up, the time gap. */
final class JoinEvidence {
  private static final int MAX_TERMS_SHOWN = 10;

  private JoinEvidence() {}

  static JoinDecision decision(
      ArticleView article, MemberArticle member, List<Candidate> ranked, double threshold) {
    if (ranked.isEmpty()) {
      return new JoinDecision(null, 0, threshold, null, List.of(), List.of(), null, null);
    }
    Candidate best = ranked.get(0);
    boolean joins = best.score >= threshold;
    Candidate next = !joins ? best : ranked.size() > 1 ? ranked.get(1) : null;
    Int2IntOpenHashMap words = new Int2IntOpenHashMap();
    Int2IntOpenHashMap names = new Int2IntOpenHashMap();
    for (MemberArticle near : best.nearest) {
      addTo(words, near.vectors.words());
      addTo(names, near.vectors.names());
    }
    return new JoinDecision(
        joins ? best.story.id : null,
        best.score,
        threshold,
        next == null ? null : new JoinDecision.Scored(next.story.id, next.score),
        sharedTerms(article.terms(), member.vectors.words(), words),
        article.names().stream()
            .map(Entity::id)
            .filter(name -> names.containsKey(Vectorizer.term(name)))
            .limit(MAX_TERMS_SHOWN)
            .toList(),
        Math.abs(article.eventTime() - best.story.newest().eventTime) / 3.6e6,
        joins ? null : best.mismatch);
  }

  private static void addTo(Int2IntOpenHashMap weights, TermVector vector) {
    for (int i = 0; i < vector.size(); i++) {
      weights.addTo(vector.term(i), vector.weight(i));
    }
  }

  /** Returns the words of both, ordered by the product of their weights. */
  private static List<String> sharedTerms(
      Terms terms, TermVector article, Int2IntOpenHashMap story) {
    TermLookup own = article.lookup();
    List<Integer> shared = new ArrayList<>();
    for (int i = 0; i < terms.wordCount(); i++) {
      if (own.weight(terms.word(i)) > 0 && story.containsKey(terms.word(i))) {
        shared.add(i);
      }
    }
    shared.sort(
        Comparator.comparingInt(i -> -own.weight(terms.word(i)) * story.get(terms.word(i))));
    return shared.stream().limit(MAX_TERMS_SHOWN).map(terms::form).toList();
  }
}
