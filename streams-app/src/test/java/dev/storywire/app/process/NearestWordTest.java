package dev.storywire.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
  private static final List<String> WORDS =
      List.of("train", "story", "tail", "prefix", "close.after.hours");

  @ParameterizedTest
  @CsvSource({
    "stroy, story",
    "tial, tail",
    "tails, tail",
    "prefxi, prefix",
    "close.aftr.hour, close.after.hours",
    "story, story",
    "foo,",
    "'',",
    "close.after.minutes,",
  })
  void suggestsAWordThatIsAFewTypingErrorsAway(String written, String word) {
    assertThat(NearestWord.of(written, WORDS).orElse(null)).isEqualTo(word);
  }
}
