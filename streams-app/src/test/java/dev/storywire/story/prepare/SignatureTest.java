package dev.storywire.story.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.entities.ArticleName;
import dev.storywire.schemas.Entity;
import dev.storywire.story.Item;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  private static final String TALKS =
      "Angela Merkel met Emmanuel Macron in Berlin on Thursday, and both governments announced that"
          + " 1,410 engineers will work on the railway between Berlin and Paris from 2027.";

  @Test
  void hasTheNamesAndNumbersOfTheArticle() {
    Signature signature =
        Signature.of(Item.of("urn:talks", "Merkel meets Macron", TALKS).prepared()).orElseThrow();

    assertThat(signature.lane()).isEqualTo("en");
    assertThat(signature.names())
        .contains("per:angela-merkel", "per:emmanuel-macron", "loc:berlin", "loc:paris");
    assertThat(signature.numbers()).containsExactly("1410");
    assertThat(Signature.decode(signature.encode())).isEqualTo(signature);
  }

  @Test
  void anArticleWithoutNamesHasNone() {
    assertThat(Signature.of(Item.of("urn:rain", "Rain", "It will rain all day.").prepared()))
        .isEmpty();
  }

  @Test
  void aWordTooLongForANameIsLeftOut() {
    PreparedArticle article = Item.of("urn:talks", "Merkel meets Macron", TALKS).prepared();
    List<ArticleName> names = new ArrayList<>(article.names());
    String longWord = "A" + "a".repeat(100_000);
    names.add(new ArticleName(longWord, Entity.Type.ORG, List.of(longWord), List.of(0)));
    PreparedArticle longer = PreparedArticleBuilder.builder(article).names(names).build();

    assertThat(Signature.of(longer)).isEqualTo(Signature.of(article));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,410 jobs|1410",
        "1.410 Stellen|1410",
        "1 410 empleos|1410",
        "840 Millionen Euro, 71 Tote|840 71",
        "at 10:30 on 3.5 percent, 24.9 points, model A320, in 1987|",
        "2.500.000 personen|2500000"
      })
  void numbersAreTheSameInAllLanguages(String text, String numbers) {
    assertThat(String.join(" ", Numbers.of(text))).isEqualTo(numbers == null ? "" : numbers);
  }

  @Test
  void eachNumberCountsOnce() {
    assertThat(Numbers.of("71 dead, then 71 again")).isEqualTo(List.of("71"));
  }
}
