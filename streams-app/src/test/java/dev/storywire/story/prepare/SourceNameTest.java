package dev.storywire.story.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.entities.ArticleName;
import dev.storywire.story.Item;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {
  private static final String TEXT =
      "Angela Merkel met the engineers in Berlin on Thursday, Reuters reported. \"The bridge is"
          + " safe,\" she told Reuters after the visit.";

  @ParameterizedTest
  @CsvSource({
    "Reuters, Merkel visits a bridge, false",
    "Another Agency, Merkel visits a bridge, true",
    "Reuters, Merkel sues Reuters over a report, true"
  })
  void theSourceIsANameOnlyIfTheHeadlineMentionsIt(
      String source, String headline, boolean expected) {
    assertThat(Item.of("urn:bridge", headline, TEXT).source(source).prepared().names())
        .extracting(ArticleName::name)
        .contains("Angela Merkel")
        .matches(names -> names.contains("Reuters") == expected);
  }
}
