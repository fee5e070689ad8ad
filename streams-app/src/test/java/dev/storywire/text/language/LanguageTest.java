package dev.storywire.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.text.clean.CleanArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  private static final String ENGLISH =
      "The two sides will meet again next week, the ministry said, although no place was named.";
  private static final String GERMAN =
      "Die beiden Seiten wollen sich in der kommenden Woche wieder treffen, teilte das Ministerium"
          + " am Dienstag mit.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The two sides will meet again next week, the ministry said on Tuesday in a statement.|en",
        "Las dos partes se reunirán de nuevo la próxima semana, dijo el martes el ministerio.|es",
        "Les deux parties se réuniront à nouveau la semaine prochaine, a déclaré le ministère.|fr",
        "Стороны встретятся снова на следующей неделе, сообщило во вторник министерство страны.|ru",
        "两国代表将于下周再次举行会谈|zh",
        "両者は来週、再び会談する予定だ|ja",
        "양측은 다음 주에 다시 만날 예정이다|ko"
      })
  void detectsTheLanguageIfNoneIsDeclared(String text, String tag) {
    assertThat(detect(text, null)).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({"en,en", "en-US,en", "en_GB,en", "eng,en", "EN,en"})
  void readsAllFormsOfDeclarations(String declared, String tag) {
    assertThat(detect(ENGLISH, declared)).isEqualTo(tag);
    assertThat(detect("Rates cut", declared)).isEqualTo(tag);
  }

  @Test
  void aClearDetectionOverridesTheDeclaration() {
    assertThat(detect(GERMAN, "en")).isEqualTo("de");
  }

  @ParameterizedTest
  @CsvSource({"es", "fr", "en"})
  void functionWordsOfAnotherLanguageDoNotConfirmADeclaration(String declared) {
    assertThat(detect(GERMAN, declared)).isEqualTo("de");
  }

  @Test
  void functionWordsConfirmTheDeclarationOfATextWithForeignNames() {
    String text =
        "Bundesverband Deutscher Banken and Verband der Automobilindustrie said that the talks with"
            + " the Bundesministerium will go on.";

    assertThat(detect(text, "en")).isEqualTo("en");
  }

  @Test
  void acceptsADeclaredLanguageThatTheDetectorLacks() {
    assertThat(detect(GERMAN, "rm")).isEqualTo("rm");
  }

  @Test
  void aShortTextHasItsDeclaredLanguageOrNone() {
    assertThat(detect("Rates cut again", "sv")).isEqualTo("sv");
    assertThat(detect("Rates cut again", null)).isEqualTo("und");
    assertThat(detect("", "not a tag!")).isEqualTo("und");
  }

  private String detect(String text, @Nullable String declared) {
    return Language.detect(CleanArticle.of("", List.of(text)), declared);
  }
}
