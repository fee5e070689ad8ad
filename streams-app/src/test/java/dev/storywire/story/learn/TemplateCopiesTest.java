package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCopiesTest {
  /** Maximum share of pairs from one template that may be classified as copies. */
  private static final double MOST = 0.03;

  private static final Path MODELS = Path.of("../docs/models");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {"templates", "routine", "routine-de", "routine-es", "routine-fr", "routine-nl"})
  void noticesOfOneTemplateAreNotCopies(String file) {
    List<TemplateCopies> kinds = TemplateCopies.of(MODELS.resolve(file + ".forms"));

    int pairs = kinds.stream().mapToInt(TemplateCopies::pairs).sum();
    assertThat(pairs).isGreaterThan(1_000);
    assertThat(kinds.stream().mapToInt(TemplateCopies::copies).sum())
        .isLessThanOrEqualTo((int) (MOST * pairs));
  }

  @Test
  void ofGermanNoticesFewerThanOneInAHundredIsACopy() {
    List<TemplateCopies> kinds = TemplateCopies.of(MODELS.resolve("routine-de.forms"));

    int pairs = kinds.stream().mapToInt(TemplateCopies::pairs).sum();
    assertThat(kinds.stream().mapToInt(TemplateCopies::copies).sum()).isLessThan(pairs / 100);
  }

  @Test
  void reprintsThatDifferInOneWordAreCounted() throws IOException {
    Path templates = directory.resolve("reprint.forms");
    Files.writeString(
        templates,
        """
        @town = Selby | Norham | Ostwick
        [reprint] {town}
        > Ferry company orders a second ship for the island route :: The ferry company has ordered \
        a second ship for the island route from a yard in the north. It will carry forty cars and \
        four hundred passengers, and is to sail from the spring of next year. The first ship has \
        been full on most days of the summer. {town}.
        """);

    assertThat(TemplateCopies.of(templates))
        .singleElement()
        .satisfies(kind -> assertThat(kind.copies()).isPositive().isEqualTo(kind.pairs()));
  }
}
