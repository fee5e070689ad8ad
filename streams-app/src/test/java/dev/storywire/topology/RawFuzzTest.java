package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.fuzz.FuzzRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sends mutated raw items and edits through the topology: each has one result. */
class RawFuzzTest {
  private static final Path EXAMPLES =
      Path.of("../schemas/src/main/resources/dev/storywire/schemas/examples");
  private static final Instant START = Instant.parse("2026-03-12T12:00:00Z");

  /** A name of a Java class, of no use to the sender of a record. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("(java|jdk|com\\.fasterxml|dev\\.storywire)\\.\\w+|JsonToken|Exception");

  private final Flow flow = new Flow();
  private int sent;

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void everyRecordHasOneResult() {
    List<byte[]> samples =
        Stream.of("raw.", "edits.")
            .flatMap(kind -> FuzzRun.files(EXAMPLES, kind).stream())
            .toList();
    assertThat(samples).hasSizeGreaterThan(8);
    FuzzRun.ofJson("raw", samples).run(3_000, this::send);
  }

  /** Sends an input as an item or, if it may be one, as an edit. */
  private String send(byte[] input) {
    // embargoes in the samples end before this; articles expire during a long run
    Instant time = START.plusSeconds(86_400L * 365 * 100 + 60L * ++sent);
    if (sent % 5 == 0) {
      flow.edit(input, time);
    } else {
      flow.send("key", input, time);
    }
    flow.settle();
    List<Flow.DeadLetter> refused = flow.deadLetters();
    long verdicts = flow.arrivals();
    long edits = flow.answers().size();
    assertThat(refused.size() + verdicts + edits).isEqualTo(1);
    flow.discardOutputs();
    assertThat(refused).extracting(Flow.DeadLetter::code).doesNotContain("internal-error");
    assertThat(refused)
        .extracting(Flow.DeadLetter::reason)
        .allSatisfy(reason -> assertThat(reason).doesNotContainPattern(CLASS_NAME));
    return refused.isEmpty() ? "decided" : refused.get(0).code();
  }
}
