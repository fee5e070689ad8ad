package dev.storywire.app.process;

import java.util.Collection;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Suggests a word for a misspelt one. */
public final class NearestWord {
  private static final int LETTERS_PER_ERROR = 3;

  private NearestWord() {}

  /**
   * Returns the word that differs from {@code written} by the fewest typing errors, at most one in
   * three letters and two in all; ties go by the alphabet. A letter that is missing, additional,
   * wrong, or swapped with the next one is an error.
   */
  public static Optional<String> of(String written, Collection<String> words) {
    int most =
        Math.min(
            Math.max(1, written.length() / LETTERS_PER_ERROR),
            LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE);
    LevenshteinAutomata spellings = new LevenshteinAutomata(written, true);
    Optional<String> nearest = Optional.empty();
    for (int errors = 0; errors <= most && nearest.isEmpty(); errors++) {
      Automaton similar = spellings.toAutomaton(errors);
      nearest = words.stream().filter(word -> Operations.run(similar, word)).sorted().findFirst();
    }
    return nearest;
  }
}
