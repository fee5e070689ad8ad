package dev.storywire.entities.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.storywire.entities.tagger.CommonWords;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.entities.tagger.TagModel;
import dev.storywire.schemas.Entity;
import dev.storywire.text.WordHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesEvaluationTest {
  private static final NameTagger TAGGER = NameTagger.load("en");
  private static final String TAGGED =
      """
      -DOCSTART-\tO

      Laura\tB-PER
      Pellegrini\tI-PER
      met\tO
      officials\tO
      in\tO
      Geneva\tB-LOC
      .\tO

      Geneva\tB-ORG
      rained\tO
      .\tO
      """;

  @TempDir Path directory;

  @Test
  void countsExactMatchesOfEndsAndType() throws IOException {
    NamesEvaluation.Report report = evaluate(TAGGED);
    assertThat(report.types().get(Entity.Type.PER)).isEqualTo(new Score(1, 1, 1));
    assertThat(report.types().get(Entity.Type.LOC)).isEqualTo(new Score(1, 2, 1));
    assertThat(report.types().get(Entity.Type.ORG)).isEqualTo(new Score(0, 0, 1));
    assertThat(report.names()).isEqualTo(new Score(2, 3, 3));
    assertThat(report.names().f1()).isEqualTo(2.0 / 3);
  }

  @Test
  void readsSpacesFourColumnsAndTagsThatOpenWithAnI() throws IOException {
    NamesEvaluation.Report report =
        evaluate("Laura NNP B-NP I-PER\nPellegrini NNP I-NP I-PER\nspoke VBD B-VP O\n");
    assertThat(report.types().get(Entity.Type.PER)).isEqualTo(new Score(1, 1, 1));
  }

  @Test
  void writesTheSameLinesWithItsOwnTags() throws IOException {
    Path file = write(TAGGED);
    Path out = directory.resolve("own.tsv");
    NamesEvaluation.write(TAGGER, file, out);
    assertThat(Files.readString(out)).isEqualTo(TAGGED.replace("Geneva\tB-ORG", "Geneva\tB-LOC"));
  }

  @Test
  void saysWhichLineIsNotOfTheForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate("Geneva\tB-LOC\nrained\tVERB\n"))
        .withMessageContaining("line 2")
        .withMessageContaining("PER, ORG, LOC or MISC");
  }

  @Test
  void aLineWithoutATagIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate("Geneva\tB-LOC\nrained\t\n"))
        .withMessageContaining("line 2");
  }

  @Test
  void aTaggerLearnsFromFewTextsAndTheSameTextsGiveTheSameModel() throws IOException {
    Path file = write(TAGGED.repeat(6));
    Path one = directory.resolve("one.gz");
    Path other = directory.resolve("other.gz");
    NamesTraining.train(List.of(file), "en", one);
    NamesTraining.train(List.of(file), "en", other);
    assertThat(one).hasSameBinaryContentAs(other);
  }

  @Test
  void aGermanTaggerLearnsWhichCapitalisedWordsAreNoNames() throws IOException {
    String sentence = "Das\tO\nHaus\tO\nsteht\tO\nin\tO\nBonn\tB-LOC\n.\tO\n\n";
    Path model = directory.resolve("de.gz");
    NamesTraining.train(List.of(write(sentence.repeat(40))), "de", model);
    try (InputStream stream = Files.newInputStream(model)) {
      CommonWords common = TagModel.read(stream).common();
      assertThat(common.hashes().contains(WordHash.ofLower("Haus"))).isTrue();
      assertThat(common.hashes().contains(WordHash.ofLower("Bonn"))).isFalse();
    }
  }

  @Test
  void measuresTheSpeedOfEachLanguage() {
    String text = "Laura Pellegrini met officials in Geneva. ".repeat(100);
    Map<String, Double> speeds =
        NamesSpeed.measure(Map.of("en", List.of(text), "nl", List.of(text)), System::nanoTime);
    assertThat(speeds).containsOnlyKeys("en", "nl");
    assertThat(speeds.values()).allMatch(speed -> speed > 1);
  }

  private NamesEvaluation.Report evaluate(String tagged) throws IOException {
    return NamesEvaluation.evaluate(TAGGER, write(tagged), () -> 0);
  }

  private Path write(String tagged) throws IOException {
    return Files.writeString(directory.resolve("tagged.tsv"), tagged);
  }
}
