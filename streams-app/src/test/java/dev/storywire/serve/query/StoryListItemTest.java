package dev.storywire.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story.SummarySentence;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.serve.StoryFixtures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryListItemTest {
  private static final SummarySentence OFFER =
      new SummarySentence("Dockers turned down an offer on Monday.", "urn:offer");
  private static final SummarySentence DEAL =
      new SummarySentence("Dockers accepted a deal on Tuesday.", "urn:deal");
  private static final SummarySentence CRANES =
      new SummarySentence("It covers the new cranes.", "urn:deal");

  @Test
  void theLeadIsTheLatestDevelopment() {
    assertThat(lead(OFFER, DEAL, CRANES)).isEqualTo(DEAL.text());
    assertThat(lead(DEAL, CRANES)).isEqualTo(DEAL.text());
    assertThat(lead()).isNull();
  }

  private static @Nullable String lead(SummarySentence... summary) {
    return StoryListItem.of(
            StoryBuilder.builder(StoryFixtures.open("one", "Strike in the port", 0))
                .summary(List.of(summary))
                .build())
        .lead();
  }
}
