package dev.storywire.entities.learn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.storywire.entities.tagger.DocumentWords;
import dev.storywire.entities.tagger.Mention;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.entities.tagger.Tags;
import dev.storywire.schemas.Entity;
import dev.storywire.text.TokenizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Evaluates a tagger on a tagged file: precision, recall and F1 of exact matches (as in
 * CoNLL-2003), and speed.
 */
public final class NamesEvaluation {
  /** Length of an article, for the unit of speed. */
  static final int ARTICLE_WORDS = 600;

  private NamesEvaluation() {}

  /**
   * The result of an evaluation.
   *
   * @param types scores by type
   * @param articlesPerSecond articles of 600 words per second with one thread, after one pass as
   *     warm-up
   */
  public record Report(Map<Entity.Type, Score> types, double articlesPerSecond) {

    /** Returns the score of persons, organisations and places together. */
    @JsonProperty
    public Score names() {
      return sum(List.of(Entity.Type.PER, Entity.Type.ORG, Entity.Type.LOC));
    }

    /** Returns the score of all types together. */
    @JsonProperty
    public Score all() {
      return sum(List.of(Entity.Type.values()));
    }

    private Score sum(Collection<Entity.Type> summed) {
      return summed.stream()
          .map(type -> types.getOrDefault(type, new Score(0, 0, 0)))
          .reduce(new Score(0, 0, 0), Score::plus);
    }
  }

  /**
   * Evaluates on the tokens and sentences of a file.
   *
   * @param file two columns, token and BIO tag; see {@code docs/models/names.md}
   * @param nanoTime clock for the speed
   * @throws IllegalArgumentException if a line is malformed
   */
  public static Report evaluate(NameTagger tagger, Path file, LongSupplier nanoTime) {
    return evaluate(tagger, ColumnFile.read(file), nanoTime);
  }

  /** Copies a file with the tags of the tagger, as gzip if the name ends in {@code .gz}. */
  public static void write(NameTagger tagger, Path file, Path out) {
    List<byte[]> tags =
        ColumnFile.read(file).stream().map(document -> tagger.tags(document.text())).toList();
    try {
      ColumnFile.retag(file, tags, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + out, e);
    }
  }

  static Report evaluate(NameTagger tagger, List<TaggedText> documents, LongSupplier nanoTime) {
    Map<Entity.Type, Score> types = new EnumMap<>(Entity.Type.class);
    for (TaggedText document : documents) {
      count(Tags.mentions(document.tags()), tagger.tag(document.text()), types);
    }
    long start = nanoTime.getAsLong();
    for (TaggedText document : documents) {
      tagger.tag(document.text());
    }
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    long words = documents.stream().mapToLong(document -> words(document.text())).sum();
    return new Report(types, words / (ARTICLE_WORDS * Math.max(seconds, 1e-9)));
  }

  /** Combines reports of parts that were evaluated with different taggers. */
  public static Report sum(List<Report> parts) {
    Map<Entity.Type, Score> types = new EnumMap<>(Entity.Type.class);
    parts.forEach(
        part -> part.types().forEach((type, score) -> types.merge(type, score, Score::plus)));
    double speed = parts.stream().mapToDouble(Report::articlesPerSecond).average().orElse(0);
    return new Report(types, speed);
  }

  /** Adds the names of a document to the scores of their types. */
  static void count(List<Mention> expected, List<Mention> found, Map<Entity.Type, Score> types) {
    Set<Mention> open = new HashSet<>(expected);
    for (Mention mention : expected) {
      types.merge(mention.type(), new Score(0, 0, 1), Score::plus);
    }
    for (Mention mention : found) {
      int correct = open.contains(mention) ? 1 : 0;
      types.merge(mention.type(), new Score(correct, 1, 0), Score::plus);
    }
  }

  /** Returns the number of tokens other than punctuation. */
  static long words(TokenizedText text) {
    DocumentWords words = new DocumentWords(text);
    long count = 0;
    for (byte kind : words.kind) {
      count += kind == DocumentWords.PUNCTUATION ? 0 : 1;
    }
    return count;
  }
}
