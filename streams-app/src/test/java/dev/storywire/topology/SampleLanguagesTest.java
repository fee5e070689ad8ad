package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.demo.SampleDay;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Notice.Kind;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes the sample days of other languages through the topology. */
class SampleLanguagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "nl", "fr"})
  void findsTheCopiesAndAppliesTheNotes(String language) throws IOException {
    Map<String, ArticleVerdict> verdicts = new HashMap<>();
    try (Flow flow = new Flow()) {
      for (SampleDay.Sent sent : SampleDay.wire(language)) {
        flow.send(sent.item().uri(), Json.mapper().writeValueAsBytes(sent.item()), sent.at());
      }
      flow.settle();
      flow.verdicts().forEach(verdict -> verdicts.put(verdict.uri(), verdict));
    }

    for (SampleDay.Truth truth : SampleDay.truth(language)) {
      ArticleVerdict verdict = Objects.requireNonNull(verdicts.get(truth.uri()), truth.uri());
      assertThat(verdict.language()).as(truth.uri()).isEqualTo(language);
      assertThat(verdict.status()).as(truth.uri()).isEqualTo(truth.status());
      assertThat(verdict.copyOf()).as(truth.uri()).isEqualTo(truth.copyOf());
    }
    assertThat(verdicts.values())
        .flatExtracting(ArticleVerdict::notices)
        .extracting(ArticleVerdict.Notice::act)
        .containsExactly(Kind.KILLED);
  }
}
