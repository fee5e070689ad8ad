package dev.storywire.story.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurringFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|Wettervorhersage für den Harz",
        "de|Das Wetter am Dienstag",
        "de|Die Spiele des 12. Spieltags",
        "de|Fußball: Ergebnisse vom Wochenende",
        "de|Wiener Börse schließt leichter",
        "de|Gewinnzahlen der Mittwochsziehung",
        "de|Lottozahlen: 3 - 12 - 19 - 27 - 33 - 41",
        "de|TV-Tipps für Freitag",
        "de|Terminvorschau für Donnerstag",
        "es|El tiempo en Aragón",
        "es|Predicción del tiempo para mañana",
        "es|Baloncesto: Horarios de la jornada 7",
        "es|Resultados de la jornada 7 de Segunda División",
        "es|La Bolsa de Madrid sube un 0,6 % al cierre",
        "es|Combinación ganadora del sorteo del martes",
        "es|Programación de televisión",
        "es|Agenda informativa del miércoles",
        "nl|Weerbericht voor Zeeland",
        "nl|Het weer in het noorden",
        "nl|Programma eerste divisie",
        "nl|Uitslagen eredivisie",
        "nl|Beurs van Brussel sluit lager",
        "nl|Winnende getallen van dinsdag",
        "nl|Televisie: programma van vanavond",
        "nl|Agenda binnenland donderdag",
        "fr|La météo en Bretagne",
        "fr|Handball : le programme de la 4e journée",
        "fr|Résultats de la 4e journée",
        "fr|La Bourse de Paris finit en hausse de 0,41%",
        "fr|Résultats du Loto",
        "fr|Programmes de télévision",
        "fr|Ce soir à la télévision",
        "fr|Agenda France du lundi"
      })
  void recognisesTitles(String language, String headline) {
    assertThat(RecurringForm.isTitle(headline, language)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|Wetterdienst warnt vor Sturm an der Küste",
        "de|Ergebnisse der Wahl in Hessen angefochten",
        "de|Lotto-Millionär meldet sich nach drei Wochen",
        "de|Börse: Aufsicht prüft Handel mit Bauwerten",
        "es|Resultados del referéndum, en duda",
        "es|Agenda del Gobierno: tres leyes antes del verano",
        "es|Tiempo de espera en los hospitales sube",
        "es|Bolsa de trabajo para 300 enfermeras",
        "nl|Weer geen trein tussen Zwolle en Meppel",
        "nl|Programma van het kabinet verdeelt de Kamer",
        "nl|Agenda van de minister gestolen",
        "fr|Programme du gouvernement : les syndicats réagissent",
        "fr|Résultats du bac : les notes en baisse",
        "fr|Agenda du ministre : la cour saisie",
        "en|Weather forecast for Velmora",
        "und|Wettervorhersage für den Harz"
      })
  void newsHasNoTitle(String language, String headline) {
    assertThat(RecurringForm.isTitle(headline, language)).isFalse();
  }
}
