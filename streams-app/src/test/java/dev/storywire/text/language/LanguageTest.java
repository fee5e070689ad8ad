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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Rates cut again",
        "de|Zinsen sinken erneut",
        "es|Bajan los tipos",
        "nl|Rente opnieuw omlaag",
        "fr|Baisse des taux",
        "de|Final Countdown: The Show Must Go On",
        "fr|Brexit: no deal?"
      })
  void aShortHeadlineHasItsDeclaredLanguage(String declared, String headline) {
    assertThat(Language.detect(CleanArticle.of(headline, List.of()), declared)).isEqualTo(declared);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "de|„We will never give up this harbour, and they will hear from us in the morning, all of"
            + " them, that is what we said and it is what we will do“, rief der Sprecher der"
            + " Hafenarbeiter am Abend den Leuten auf dem Platz vor dem Rathaus zu.",
        "es|«Wir werden diesen Hafen nicht aufgeben, und sie werden morgen früh von uns hören, das"
            + " haben wir gesagt und das werden wir auch tun», gritó el portavoz de los estibadores"
            + " por la noche a la gente en la plaza del ayuntamiento.",
        "nl|\"Nous ne laisserons pas ce port, et ils auront de nos nouvelles demain matin, c'est ce"
            + " que nous avons dit pour tous ceux qui sont avec nous\", riep de woordvoerder van de"
            + " havenarbeiders naar de mensen op het plein voor het stadhuis.",
        "fr|« We will never give up this harbour, and they will hear from us in the morning, that is"
            + " what we said and it is what we will do », a crié le porte-parole des dockers à la"
            + " foule réunie sur la place de l'hôtel de ville.",
        "en|“Wir werden diesen Hafen nicht aufgeben, und sie werden morgen früh von uns hören, das"
            + " haben wir gesagt und das werden wir auch tun,” the speaker of the dockers told the"
            + " crowd in front of the town hall in the evening."
      })
  void aQuotationInAnotherLanguageDoesNotCount(String language, String text) {
    assertThat(detect(text, language)).isEqualTo(language);
    assertThat(detect(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|nl|Die beiden Seiten wollen sich in der kommenden Woche wieder treffen, teilte das"
            + " Ministerium am Dienstag mit.",
        "nl|de|De twee partijen willen elkaar volgende week opnieuw ontmoeten, zo heeft het"
            + " ministerie dinsdag laten weten.",
        "es|fr|Las dos partes se reunirán de nuevo la próxima semana, según informó el martes el"
            + " ministerio.",
        "fr|es|Les deux parties se réuniront à nouveau la semaine prochaine, a déclaré mardi le"
            + " ministère.",
        "en|de|The two sides will meet again next week, the ministry said on Tuesday in a short"
            + " statement."
      })
  void aWrongDeclarationIsOverridden(String language, String declared, String text) {
    assertThat(detect(text, declared)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "محادثات جديدة|en|und",
        "محادثات جديدة|ar|ar",
        "محادثات جديدة|fa|fa",
        "سيجتمع الطرفان مرة أخرى الأسبوع المقبل، حسبما أعلنت الوزارة يوم الثلاثاء في بيان قصير|de|ar",
        "两国举行会谈|en|zh",
        "两国举行会谈|de|zh",
        "日米首脳会談|ja|ja",
        "Переговоры|en|und",
        "Переговоры|uk|uk"
      })
  void aLanguageThatDoesNotUseTheScriptIsNotBelieved(String text, String declared, String tag) {
    assertThat(detect(text, declared)).isEqualTo(tag);
  }

  private String detect(String text, @Nullable String declared) {
    return Language.detect(CleanArticle.of("", List.of(text)), declared);
  }
}
