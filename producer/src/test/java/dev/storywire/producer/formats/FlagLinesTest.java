package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.NewsItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the lines before the headline of a transmission. */
class FlagLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1ST LEAD (RECASTS)",
        "3rd Lead - adds quotes",
        "2NDLD",
        "+++ EIL +++",
        "Zusammenfassung 1400",
        "(Wdh)",
        "ALERTE",
        "ÚLTIMA HORA",
        "1. Führung",
        "EIL EIL EIL",
        "ROUNDUP 2",
        "Lead 1",
        "Take 2",
        "2a. actualización",
        "URGENTE - AMPLIACIÓN",
        "Zusammenfassung 2 (neu: Zitat)",
        "(Rechtschreibung im 2. Absatz berichtigt)",
        "Sperrfrist: Montag, 18.00 Uhr",
        "EMBARGO 1800 GMT",
        "Achtung Redaktionen",
        "Eds: adds quotes",
        "Mise à jour",
        "***",
        "=2"
      })
  void takesAFlagForANote(String flag) {
    String iptc = TransmissionsTest.URGENT.formatted("kwd").replace("EILMELDUNG", flag);
    String anpa = TransmissionsTest.ANPA.replace("^Harbour of", "^" + flag + "<\n^Harbour of");

    assertThat(TransmissionsTest.read(iptc).onlyItem().headlines().get(0).value())
        .isEqualTo("Hafen von Holm gesperrt");
    assertThat(TransmissionsTest.read(anpa).onlyItem().headlines().get(0).value())
        .isEqualTo("Harbour of Holm closes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPORT", "BC-", "P1", "XXX"})
  void takesAWordInCapitalsBeforeAHeadlineForANote(String word) {
    String iptc = TransmissionsTest.URGENT.formatted("kwd").replace("EILMELDUNG", word);
    NewsItem item =
        TransmissionsTest.read(iptc.replace("gesperrt\nVon", "gesperrt\n\nVon")).onlyItem();

    assertThat(item.headlines().get(0).value()).isEqualTo("Hafen von Holm gesperrt");
    assertThat(item.edNote()).startsWith(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOLM",
        "Update on harbour works",
        "Kill order quashed",
        "Embargo on grain cuts exports by 20 percent",
        "Lead prices rise",
        "Flash floods hit Holm",
        "Holm 2, Kelp 1"
      })
  void keepsAHeadlineThatBeginsLikeAFlag(String headline) {
    String iptc =
        TransmissionsTest.URGENT
            .formatted("kwd")
            .replace("EILMELDUNG\n2ND LEAD\n\nHafen von Holm gesperrt\nVon Ann Pier=", headline);

    assertThat(TransmissionsTest.read(iptc).onlyItem().headlines().get(0).value())
        .isEqualTo(headline);
  }

  @Test
  void joinsAHeadlineOfTwoLines() {
    String iptc =
        TransmissionsTest.URGENT
            .formatted("kwd")
            .replace("gesperrt\nVon Ann Pier=", "gesperrt, weil\nein Kran umfiel");

    assertThat(TransmissionsTest.read(iptc).onlyItem().headlines().get(0).value())
        .isEqualTo("Hafen von Holm gesperrt, weil ein Kran umfiel");
  }
}
