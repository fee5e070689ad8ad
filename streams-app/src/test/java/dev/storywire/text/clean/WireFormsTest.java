package dev.storywire.text.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.NewsItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the forms of German, Spanish, French and Dutch agencies, and text that resembles them. */
class WireFormsTest {
  private static final String NEWS = "The ships left at noon.";
  private final Cleaner cleaner = new Cleaner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Berlin (dpa) -|Berlin",
        "Frankfurt/Main (dpa/lhe) -|Frankfurt/Main",
        "Rotenburg an der Wümme (dpa) –|Rotenburg an der Wümme",
        "Berlin/Paris/Rom (dpa) -|Berlin/Paris/Rom",
        "Frankfurt a.M. (epd).|Frankfurt a.M.",
        "Wien (APA) -|Wien",
        "BERLIN, 12. März (Reuters) -|BERLIN",
        "Madrid, 12 mar (EFE).-|Madrid",
        "Las Palmas de Gran Canaria, 3 sep (EFE).-|Las Palmas de Gran Canaria",
        "San Cristóbal de las Casas (México), 12 mar (EFE).-|San Cristóbal de las Casas",
        "MADRID, 12 Mar. (EUROPA PRESS) -|MADRID",
        "AMSTERDAM (ANP) -|AMSTERDAM",
        "'s-Hertogenbosch (ANP) -|'s-Hertogenbosch",
        "Alphen aan den Rijn (ANP/RTR) -|Alphen aan den Rijn",
        "BRUSSEL 12/03 (BELGA) -|BRUSSEL",
        "Paris, 12 mars 2026 (AFP) -|Paris",
        "Châlons-sur-Marne (France), 1er mars 2026 (AFP) -|Châlons-sur-Marne",
        "L'Isle-d'Abeau (AFP) -|L'Isle-d'Abeau",
      })
  void splitsTheDateline(String dateline, String place) {
    CleanArticle article = clean("Headline", dateline + " " + NEWS);

    assertThat(article.dateline()).isEqualTo(place);
    assertThat(article.paragraphs()).containsExactly(NEWS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Von Ada Lind und Tom Berg, dpa|Ada Lind und Tom Berg, dpa",
        "Por Ada Lind|Ada Lind",
        "Par Ada Lind et Tom Berg|Ada Lind et Tom Berg",
        "De notre envoyée spéciale à Kelsund, Ada Lind|Ada Lind",
        "Door Ada Lind|Ada Lind",
        "Van onze verslaggever Tom Berg|Tom Berg",
        "Text: Ada Lind|Ada Lind",
      })
  void findsTheByline(String line, String names) {
    CleanArticle article = clean("Headline", line + "\n\n" + NEWS);

    assertThat(article.byline()).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // German
        "Achtung Redaktionen: Eine neue Fassung folgt bis 15.00 Uhr.",
        "(Berichtigung: Im 2. Absatz wurde die Zahl der Schiffe korrigiert.)",
        "# dpa-Notizblock",
        "dpa abc yyzz n1 lin",
        "Lesen Sie auch: Zehn Stürme",
        "Mehr in Kürze.",
        // Spanish
        "Nota a los editores: noticia con fotos.",
        "(Corrige el número de barcos en el segundo párrafo)",
        "EFE abc/lin",
        "lin/ber",
        "RP abc/lin",
        "Noticia en ampliación",
        "Lea también: Diez tormentas",
        // French
        "Note aux rédactions: une synthèse suivra.",
        "(Corrige le nombre de navires au deuxième paragraphe)",
        "bur-lin/abe/ma",
        "(à suivre)",
        "Sur le même sujet: dix tempêtes",
        // Dutch
        "Noot voor de redactie: niet voor publicatie, telefoon 555.",
        "(Correctie: aantal schepen in de tweede alinea)",
        "(c) ANP",
        "Lees ook: Tien stormen",
        "Meer volgt.",
      })
  void removesNotesAndFurniture(String line) {
    String text = "One ship stayed in the harbour.\n\n" + NEWS + "\n\n" + line;

    assertThat(clean("Headline", text).paragraphs())
        .containsExactly("One ship stayed in the harbour.", NEWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Von Montag an gilt in der Stadt ein anderer Fahrplan.",
        "Achtung ist geboten, sagt die Polizei.",
        "Berichtigungen verlangt die Opposition schon lange.",
        "Redaktionen im ganzen Land arbeiten länger.",
        "Por ahora no hay heridos, según la policía.",
        "Publicidad y ventas cayeron un diez por ciento.",
        "Más información ha pedido el juez.",
        "Par ailleurs, la mairie ferme deux ponts.",
        "Partager les coûts: voilà ce que demande la ville.",
        "Door de storm rijden er geen treinen.",
        "Lees meer dan een boek per week, zegt de minister.",
        "Bronnen rond de regering melden een akkoord.",
        "De EFE y otras agencias llegaron mensajes.",
      })
  void sentencesThatBeginLikeAFormAreText(String sentence) {
    assertThat(clean("Headline", sentence + "\n\n" + NEWS).paragraphs())
        .containsExactly(sentence, NEWS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EILMELDUNG: Brücke gesperrt|Brücke gesperrt",
        "ROUNDUP 2: Brücke gesperrt|Brücke gesperrt",
        "ROUNDUP/Aktien: Banken verlieren|Aktien: Banken verlieren",
        "Brücke gesperrt (Zusammenfassung 1930)|Brücke gesperrt",
        "Brücke gesperrt (2. Zusammenfassung)|Brücke gesperrt",
        "URGENTE: Cierran el puente|Cierran el puente",
        "AMP.- Cierran el puente|Cierran el puente",
        "Cierran el puente (Ampliación)|Cierran el puente",
        "URGENT - Pont fermé|Pont fermé",
        "Pont fermé (PAPIER GENERAL)|Pont fermé",
        "SPOED: Brug dicht|Brug dicht",
        "Brug dicht (update)|Brug dicht",
        "URGENTES medidas para el puente|URGENTES medidas para el puente",
        "Resumen del día (y de la noche)|Resumen del día (y de la noche)",
        "EXTRA-Züge nach Kelsund|EXTRA-Züge nach Kelsund",
        "EILMELDUNG: |EILMELDUNG:",
      })
  void removesTheNameOfTheTake(String written, String read) {
    assertThat(clean(written, NEWS).headline()).isEqualTo(read);
  }

  @Test
  void namesOfTakesInEnglishAreNotRemoved() {
    NewsItem item =
        NewsItem.plain("urn:test:1", null, "en-GB", "Bridge closed (update)", NEWS, "The Courier");

    assertThat(cleaner.clean(item).headline()).isEqualTo("Bridge closed (update)");
  }

  @Test
  void keepsNotesToEditorsApart() {
    CleanArticle article = clean("Headline", NEWS + "\n\nAchtung Redaktionen: Bild 3 ist falsch.");

    assertThat(article.notes()).containsExactly("Achtung Redaktionen: Bild 3 ist falsch.");
  }

  @Test
  void removesASignOff() {
    assertThat(
            clean("Headline", NEWS + " (Bericht von Ada Lind, redigiert von Tom Berg)")
                .paragraphs())
        .containsExactly(NEWS);
    assertThat(
            clean("Headline", NEWS + " (Información de Ada Lind; editado por Tom Berg)")
                .paragraphs())
        .containsExactly(NEWS);
  }

  private CleanArticle clean(String headline, String text) {
    return cleaner.clean(NewsItem.plain("urn:test:1", null, "de", headline, text, "The Courier"));
  }
}
