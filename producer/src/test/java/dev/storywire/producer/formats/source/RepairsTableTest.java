package dev.storywire.producer.formats.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the table of repairs in docs/formats.md with the code. */
class RepairsTableTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|.*\\| (yes|no) \\|$");

  @Test
  void theTableHasEveryRepairAndStatesWhichAreDamage() throws IOException {
    String page = Files.readString(Path.of("../docs/formats.md"));
    Map<String, String> documented = new TreeMap<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      assertThat(documented.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
    }

    assertThat(documented)
        .isEqualTo(
            Arrays.stream(DocumentRepair.Kind.values())
                .collect(
                    Collectors.toMap(
                        DocumentRepair.Kind::code, kind -> kind.isDamage() ? "yes" : "no")));
  }
}
