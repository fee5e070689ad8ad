package dev.storywire.story.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.Advisory.Action;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests notes in the forms of agencies, and news that contains the same words. */
class WireNotesTest {
  private static WireNotes.@Nullable Note read(
      @Nullable String slugline, String headline, @Nullable String edNote, String text) {
    return WireNotes.read(slugline, headline, edNote, text).orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // Reuters
        "REPLACE | - | CORRECTED-Kelsund port shuts | - | The port of Kelsund... | Kelsund port shuts",
        "REPLACE | - | (CORRECTED) - KELSUND PORT SHUTS | - | The port... | KELSUND PORT SHUTS",
        "REPLACE | - | REFILE-UPDATE 2-Kelsund port shuts | - | - | UPDATE 2-Kelsund port shuts",
        "REPEAT | - | RPT-Kelsund port shuts | - | - | Kelsund port shuts",
        "CORRECT | - | CORRECTION - KELSUND PORT | - | In KELSUND item headlined \"KELSUND PORT SHUTS,\""
            + " please read in third paragraph ... 12 ships | KELSUND PORT SHUTS",
        "KILL | - | STORY WITHDRAWN-Kelsund port shuts | - | The story is wrong and is withdrawn."
            + " | Kelsund port shuts",
        "KILL | - | ADVISORY-Port story withdrawn | - | Please note that the item headlined “Kelsund port"
            + " shuts” has been withdrawn. | Kelsund port shuts",
        // AP
        "KILL | BC-Kelsund-Port-Kill | BC-Kelsund-Port-Kill | - | Editors: Kill the story"
            + " Kelsund-Port, V1234. A kill is mandatory. | Kelsund-Port",
        "KILL | Kelsund-Port | BULLETIN KILL | Editors: please kill the Kelsund story | - | Kelsund-Port",
        "CORRECT | - | Correction: Kelsund Port story | - | In a story March 12, The Example Press"
            + " reported erroneously that the port had shut. | Kelsund Port",
        "HOLD | BC-Kelsund-Port-Hold | Note | - | Editors: hold the story Kelsund-Port. | Kelsund-Port",
        // dpa
        "KILL | Kelsund-Port/ | KILL KILL KILL | - | Please kill item dpa 157 \"Kelsund port shuts\"."
            + " | Kelsund port shuts",
        "HOLD | Kelsund-Port/ | HOLD HOLD HOLD | - | Please hold item dpa 157 \"Kelsund port shuts\"."
            + " | Kelsund port shuts",
        "RELEASE | Kelsund-Port/ | ADVISORY | - | Item dpa 157 \"Kelsund port shuts\" can be used in its"
            + " original form. | Kelsund port shuts",
        "KILL | - | Achtung: Meldung zurückgezogen | - | Die Meldung „Hafen Kelsund gesperrt“ wird"
            + " zurückgezogen. | Hafen Kelsund gesperrt",
        "CORRECT | - | Berichtigung: Hafen | - | In der Meldung „Hafen Kelsund gesperrt“ muss es im dritten"
            + " Absatz richtig heißen: zwölf | Hafen Kelsund gesperrt",
        "REPLACE | - | KORREKTUR: Hafen Kelsund gesperrt | - | Der Hafen ist zu. | Hafen Kelsund gesperrt",
        // AFP
        "KILL | - | KILL: Kelsund port | - | Veuillez annuler notre dépêche « Le port de Kelsund fermé »"
            + " | Le port de Kelsund fermé",
        "KILL | - | ANNULATION - Le port de Kelsund fermé | - | Cette dépêche est annulée."
            + " | Le port de Kelsund fermé",
      })
  void recognisesTheActionAndReferenceOfANote(
      Action act, String slugline, String headline, String edNote, String text, String name) {
    WireNotes.Note note = read(slugline, headline, edNote, text == null ? "" : text);

    assertThat(note).isEqualTo(new WireNotes.Note(act, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pakistan kills 12 militants near border",
        "Storm KILLS ten; do not use the coast road, police say",
        "KILL BILL review: the story is a thin one",
        "Kill - the item no wardrobe should withdraw",
        "Fed to hold rates",
        "HOLD THE LINE, please, says striker's story",
        "Hold your breath: this article may be used as evidence",
        "Government withdraws bill after report is withdrawn",
        "Troops withdrawn from Kelsund, report says",
        "WITHDRAWN troops return home",
        "Bank corrects figures it reported erroneously",
        "Corrections officers strike",
        "Correction in share prices: please read the small print",
        "CORRECTIONS CHIEF RESIGNS",
        "Repeat offender released",
        "REPEAT: champions do it again in Kelsund",
        "PRESS RELEASE: new ferry can be used from May",
        "Advisory board says vaccine can be used",
        "Release of prisoners on hold",
        "Refile taxes by Friday, agency says",
        "Achtung Baby: das Album wird 35",
        "Korrekturen an der Rentenreform",
      })
  void newsIsNotANote(String headline) {
    WireNotes.Note note = read("Kelsund-Port", headline, null, headline + ". It was Thursday.");

    assertThat(note == null || !note.action().isNote()).as("%s", note).isTrue();
  }

  @Test
  void aHoldForReleaseIsNotAHold() {
    assertThat(read("Kelsund-Port", "Kelsund port shuts", "HOLD FOR RELEASE until 6 p.m.", "News."))
        .isNull();
  }

  @Test
  void aCorrectionOfTheItemItselfIsNotANote() {
    assertThat(read("Kelsund-Port", "Kelsund port shuts", "(Corrects name in par 3)", "News."))
        .isNull();
  }
}
