package dev.storywire.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.entities.tagger.Mention;
import dev.storywire.schemas.Entity;
import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the resolution of names. They are marked in the texts as {@code [PER Laura Roe]}. */
class ArticleNamesTest {
  @Test
  void joinsSurnamePossessiveAndInitialsToTheFullName() {
    List<ArticleName> names =
        resolve(
            "[PER Pellegrini] wins\n[PER Laura Pellegrini] won. [PER L. Pellegrini]’s rival [PER Laura] lost.");
    assertThat(names).hasSize(1);
    assertThat(names.get(0).name()).isEqualTo("Laura Pellegrini");
    assertThat(names.get(0).forms())
        .containsExactly("Pellegrini", "Laura Pellegrini", "L. Pellegrini", "Laura");
    assertThat(names.get(0).mentions()).isEqualTo(4);
  }

  @Test
  void recordsThePositionsOfTheMentions() {
    assertThat(resolve("[LOC Oslo] and [LOC Oslo]").get(0).starts()).containsExactly(0, 9);
  }

  @Test
  void joinsSpellingsOfOneName() {
    assertThat(shown("[PER Olena Zelenska] met [PER Zelenskyy]; [PER Volodymyr Zelensky] spoke."))
        .containsExactly("PER Olena Zelenska", "PER Volodymyr Zelensky");
  }

  @Test
  void assignsASurnameToThePrecedingFullName() {
    List<ArticleName> names =
        resolve("[PER Anna Berg] spoke. [PER Berg] left. [PER Carl Berg] came. [PER Berg] stayed.");
    assertThat(names).extracting(ArticleName::mentions).containsExactly(2, 2);
  }

  @Test
  void shortFormsHaveTheTypeOfTheirFullName() {
    assertThat(shown("[ORG Lindqvist] out\n[PER Marta Lindqvist] left. [ORG Lindqvist] was tired."))
        .containsExactly("PER Marta Lindqvist");
  }

  @Test
  void aPlaceIsNotAPersonOfThatName() {
    assertThat(shown("[PER Jane Washington] flew to [LOC Washington]."))
        .containsExactly("PER Jane Washington", "LOC Washington");
  }

  @Test
  void joinsAcronymsToTheirLongForm() {
    assertThat(
            shown(
                "[ORG ODA] acts\nThe [ORG Orchard Development Agency] met. The [ORG ODA] is new."))
        .containsExactly("ORG ODA");
    assertThat(shown("[ORG State Security Bureau] ([ORG KDB]) said. [ORG KDB] did.")).hasSize(1);
    assertThat(shown("The [LOC U.S.] is the [LOC United States], or [LOC US].")).hasSize(1);
  }

  @Test
  void removesTitlesArticlesAndLegalForms() {
    assertThat(shown("[PER President Laura Roe] and [ORG The Acme Corp.] met; [ORG Acme] left."))
        .containsExactly("PER Laura Roe", "ORG Acme Corp.");
  }

  @Test
  void usesTheMostFrequentType() {
    assertThat(shown("[LOC Hamra] [ORG Hamra] [ORG Hamra]")).containsExactly("ORG Hamra");
  }

  @Test
  void aFullNameHasOneType() {
    assertThat(shown("[PER Selma Rose] sails\n[ORG Selma Rose] left. [ORG Selma Rose] is a ferry."))
        .containsExactly("ORG Selma Rose");
    assertThat(shown("[ORG Laura Roe] won\n[PER Laura Roe] spoke. [PER President Laura Roe] left."))
        .containsExactly("PER Laura Roe");
  }

  private static List<String> shown(String marked) {
    return resolve(marked).stream().map(name -> name.type() + " " + name.name()).toList();
  }

  private static List<ArticleName> resolve(String marked) {
    StringBuilder text = new StringBuilder();
    List<int[]> spans = new ArrayList<>();
    List<Entity.Type> types = new ArrayList<>();
    int at = 0;
    for (int open = marked.indexOf('['); open >= 0; open = marked.indexOf('[', at)) {
      int space = marked.indexOf(' ', open);
      int close = marked.indexOf(']', open);
      text.append(marked, at, open);
      types.add(Entity.Type.valueOf(marked.substring(open + 1, space)));
      spans.add(new int[] {text.length(), text.length() + close - space - 1});
      text.append(marked, space + 1, close);
      at = close + 1;
    }
    text.append(marked.substring(at));
    TokenizedText tokens = Tokenizer.forLanguage("en").tokenize(text.toString());
    List<Mention> mentions = new ArrayList<>();
    for (int m = 0; m < spans.size(); m++) {
      mentions.add(mention(tokens, spans.get(m), types.get(m)));
    }
    return ArticleNames.of(tokens, mentions);
  }

  private static Mention mention(TokenizedText tokens, int[] span, Entity.Type type) {
    int from = 0;
    while (tokens.end(from) <= span[0]) {
      from++;
    }
    int to = from + 1;
    while (to < tokens.tokenCount() && tokens.start(to) < span[1]) {
      to++;
    }
    return new Mention(from, to, type);
  }
}
