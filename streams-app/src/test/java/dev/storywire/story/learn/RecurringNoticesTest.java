package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.cluster.StoryIndex;
import dev.storywire.story.vector.ArticleView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that each issue of a recurring notice in other languages is a separate story. */
class RecurringNoticesTest {
  private static LabelledArticle article(String id, int hour, String language, String[] parts) {
    String at = Instant.parse("2026-05-02T09:00:00Z").plus(Duration.ofHours(hour)).toString();
    return new LabelledArticle(id, null, "wire", parts[0], parts[1], at, language, null);
  }

  /** Returns the decision on a notice, some hours after another one. */
  private static JoinDecision decision(String language, int hours, String first, String second) {
    List<ArticleView> views =
        LabelledStream.of(
                PreparedSet.of(
                    "notices",
                    List.of(
                        article("a", 0, language, first.split(" :: ")),
                        article("b", hours, language, second.split(" :: ")))))
            .articles();
    StoryIndex index = new StoryIndex();
    index.add(views.get(0), "first");
    return index.decide(views.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "de|Wettervorhersage für Almdorf :: In Almdorf ist es anfangs stark bewölkt, dazu fällt"
            + " Regen. Von Westen her lockert es auf. Die Höchstwerte liegen bei %s Grad.",
        "de|Gewinnzahlen Zahlenlotterie :: Bei der Ziehung der Zahlenlotterie wurden folgende"
            + " Zahlen gezogen: %s - 12 - 19 - 27. Alle Angaben ohne Gewähr.",
        "de|Fernsehprogramm Kanal Nord :: Das Programm von Kanal Nord: %s.00 Nachrichten, danach"
            + " der Krimi, das Nachtmagazin und Wiederholungen.",
        "de|Terminvorschau Landesdienst :: Die Termine des Tages: Sitzung des Stadtrats um %s Uhr,"
            + " Pressekonferenz des Ministeriums, Messe der Landwirte.",
        "de|Regionalliga: Spiele am Samstag :: Die Spiele der Regionalliga beginnen um %s Uhr."
            + " Karten gibt es an den Kassen der Vereine.",
        "es|El tiempo en Almora :: En Almora el cielo estará muy nuboso al principio, con lluvia."
            + " Se irá despejando por el oeste. Temperatura máxima de %s grados.",
        "es|Combinación ganadora del Cupón :: La combinación ganadora del sorteo es %s, 12, 19 y"
            + " 27. El reintegro se publica mañana.",
        "es|Programación de Canal Sierra :: La programación de Canal Sierra: a las %s noticias,"
            + " después la serie, el informe de la noche y repeticiones.",
        "es|Agenda informativa del día :: Previsiones del día: pleno del ayuntamiento a las %s,"
            + " rueda de prensa del ministerio, feria del campo.",
        "es|La Bolsa de Almora sube al cierre :: La Bolsa de Almora cerró con una subida del %s"
            + " por ciento gracias a los bancos y las eléctricas.",
        "nl|Weerbericht Oosterdam :: In Oosterdam is het eerst bewolkt, met kans op regen. Vanuit"
            + " het westen klaart het op. Het wordt maximaal %s graden.",
        "nl|Winnende getallen Dagtrekking :: De winnende getallen van de trekking zijn %s, 12, 19"
            + " en 27. De kleur is rood.",
        "nl|Televisie: programma van Kanaal Vijf :: Het programma van Kanaal Vijf: om %s uur"
            + " nieuws, daarna de serie, het journaal en herhalingen.",
        "nl|Agenda binnenland :: De gebeurtenissen van de dag: gemeenteraad om %s uur,"
            + " persconferentie van het ministerie, beurs voor boeren.",
        "nl|De beurs van Veenwijk sluit hoger :: De beurs van Veenwijk is %s procent hoger gesloten"
            + " dankzij de banken en de verzekeraars.",
        "fr|La météo à Bellac :: A Bellac, le ciel sera très nuageux en début de journée, avec de"
            + " la pluie, puis des éclaircies. Il fera au plus %s degrés.",
        "fr|Résultats du Loto :: Les numéros tirés sont %s, 12, 19 et 27. Sous réserve"
            + " d'homologation par l'huissier.",
        "fr|Programmes de télévision : Chaîne Huit :: Les programmes de la Chaîne Huit : à %s"
            + " heures les informations, puis la série, le journal et des rediffusions.",
        "fr|Agenda France :: Prévisions du jour : conseil municipal à %s heures, conférence de"
            + " presse du ministère, foire aux bestiaux.",
        "fr|La Bourse de Bellac finit en hausse :: La Bourse de Bellac a gagné %s pour cent,"
            + " portée par les banques et les assureurs."
      })
  void theNextIssueIsAnotherStory(String language, String notice) {
    JoinDecision nextDay = decision(language, 24, notice.formatted(14), notice.formatted(18));
    assertThat(nextDay.storyId()).isNull();
    assertThat(nextDay.mismatch()).isEqualTo(JoinDecision.Mismatch.EARLIER_DAY);
    assertThat(decision(language, 1, notice.formatted(14), notice.formatted(14)).storyId())
        .isEqualTo("first");
  }
}
