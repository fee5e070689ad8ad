package dev.storywire.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.entities.tagger.Mention;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Json;
import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesAcrossLanguagesTest {
  @Test
  void aPlaceHasOneIdInEveryLanguage() {
    assertThat(ids("en", Entity.Type.LOC, "Munich")).containsExactly("loc:munich");
    assertThat(ids("de", Entity.Type.LOC, "München")).containsExactly("loc:munich");
    assertThat(ids("es", Entity.Type.LOC, "Múnich")).containsExactly("loc:munich");
    assertThat(ids("nl", Entity.Type.LOC, "Duitsland")).containsExactly("loc:germany");
  }

  @Test
  void aPersonWithOneSpellingHasOneId() {
    assertThat(ids("de", Entity.Type.PER, "Angela Merkel")).containsExactly("per:angela-merkel");
    assertThat(ids("es", Entity.Type.PER, "Ángela Merkel")).containsExactly("per:angela-merkel");
  }

  @Test
  void doesNotConfuseBodiesWithPlaces() {
    assertThat(ids("es", Entity.Type.ORG, "Naciones Unidas")).containsExactly("org:united-nations");
    assertThat(ids("de", Entity.Type.ORG, "Bayern")).containsExactly("org:bayern");
  }

  @Test
  void aNameInTheGenitiveIsTheSameName() {
    assertThat(ids("de", Entity.Type.PER, "Angela Merkel", "Merkels"))
        .containsExactly("per:angela-merkel");
    assertThat(ids("de", Entity.Type.LOC, "Deutschlands")).containsExactly("loc:germany");
    assertThat(ids("de", Entity.Type.PER, "Merkel", "Jens")).hasSize(2);
  }

  @Test
  void serialisesTheEnglishName() throws IOException {
    ArticleName munich =
        new ArticleName("München", Entity.Type.LOC, List.of("München"), List.of(0))
            .withEnglishName();
    String json = Json.mapper().writeValueAsString(munich);
    assertThat(Json.mapper().readValue(json, ArticleName.class)).isEqualTo(munich);
    ArticleName plain = new ArticleName("Oslo", Entity.Type.LOC, List.of("Oslo"), List.of(0));
    json = Json.mapper().writeValueAsString(plain);
    assertThat(json).doesNotContain("english");
    assertThat(Json.mapper().readValue(json, ArticleName.class)).isEqualTo(plain);
  }

  @Test
  void keepsEnglishNamesUnchanged() {
    assertThat(ids("en", Entity.Type.LOC, "Bombay")).containsExactly("loc:bombay");
  }

  /** Returns the ids of names of one type in an article that contains only these. */
  private static List<String> ids(String language, Entity.Type type, String... names) {
    TokenizedText text = Tokenizer.forLanguage(language).tokenize(String.join(" , ", names));
    List<Mention> mentions = new ArrayList<>();
    int token = 0;
    for (String name : names) {
      int count = Tokenizer.forLanguage(language).tokenize(name).tokenCount();
      mentions.add(new Mention(token, token + count, type));
      token += count + 1;
    }
    NameBook book = new NameBook(new InMemoryNameStore());
    return book.link(ArticleNames.of(text, mentions, language), 0).stream()
        .map(Entity::id)
        .toList();
  }
}
