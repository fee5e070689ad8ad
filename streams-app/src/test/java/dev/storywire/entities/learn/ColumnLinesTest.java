package dev.storywire.entities.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnLinesTest {
  @TempDir private Path directory;

  @Test
  void repairsWordsThatWereEncodedTwice() throws IOException {
    assertThat(texts("informaciÃ³n\tO\nMalmÃ¶\tB-LOC\n"))
        .containsExactly("información\tO", "Malmö\tB-LOC");
  }

  @Test
  void repairsAWordThatWasSplitAtItsSecondByte() throws IOException {
    assertThat(texts("cafÃ©\tO\nÃ\tÃ\nrhus\tB-LOC\nvoilÃ\tO\n"))
        .containsExactly("café\tO", "Århus\tB-LOC", "voilà\tO");
    assertThat(ColumnLines.read(file("cafÃ©\tO\nÃ\tÃ\nrhus\tB-LOC\n")).get(1).number())
        .isEqualTo(3);
  }

  @Test
  void keepsAFileThatWasEncodedOnce() throws IOException {
    assertThat(texts("información\tO\nIRMÃ\tB-PER\nMaçã\tO\n"))
        .containsExactly("información\tO", "IRMÃ\tB-PER", "Maçã\tO");
  }

  private List<String> texts(String content) throws IOException {
    return ColumnLines.read(file(content)).stream().map(ColumnLines.Line::text).toList();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("tagged.tsv"), content);
  }
}
