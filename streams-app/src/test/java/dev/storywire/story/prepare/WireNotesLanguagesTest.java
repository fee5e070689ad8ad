package dev.storywire.story.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.Advisory.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests notes of German, Spanish, French and Dutch agencies, and news with the same words. */
class WireNotesLanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // German
        "KILL | Achtung Redaktionen | Die Meldung „Hafen Kelsund gesperrt“ ist falsch. Bitte nicht"
            + " verwenden! | Hafen Kelsund gesperrt",
        "KILL | Storno: Hafen Kelsund gesperrt | Wir ziehen die Meldung von 10.30 Uhr zurück."
            + " | Hafen Kelsund gesperrt",
        "HOLD | Achtung Redaktionen | Bitte die Meldung „Hafen Kelsund gesperrt“ vorerst nicht"
            + " verwenden. | Hafen Kelsund gesperrt",
        "RELEASE | Freigabe: Hafen Kelsund | Die Meldung „Hafen Kelsund gesperrt“ darf ab sofort"
            + " verwendet werden. | Hafen Kelsund gesperrt",
        "CORRECT | Korrektur: Hafen | In der Meldung „Hafen Kelsund gesperrt“ heißt es irrtümlich"
            + " zwölf Schiffe, bitte ändern. | Hafen Kelsund gesperrt",
        "REPLACE | Berichtigung: Hafen Kelsund gesperrt | Der Hafen von Kelsund ist zu."
            + " | Hafen Kelsund gesperrt",
        "REPEAT | WDH: Hafen Kelsund gesperrt | Der Hafen von Kelsund ist zu."
            + " | Hafen Kelsund gesperrt",
        // Spanish
        "KILL | ANULACIÓN.- Puerto | Rogamos a nuestros abonados que anulen la noticia titulada"
            + " «Cierra el puerto de Kelsund». | Cierra el puerto de Kelsund",
        "KILL | Nota a los editores | Queda anulada la información \"Cierra el puerto de Kelsund\","
            + " por contener un error. | Cierra el puerto de Kelsund",
        "HOLD | Atención, editores | Por favor, no publiquen la noticia \"Cierra el puerto de"
            + " Kelsund\" hasta nuevo aviso. | Cierra el puerto de Kelsund",
        "RELEASE | Nota a los editores | La noticia «Cierra el puerto de Kelsund» puede ya"
            + " publicarse. | Cierra el puerto de Kelsund",
        "CORRECT | Fe de errores: puerto | En la noticia «Cierra el puerto de Kelsund», donde dice"
            + " doce barcos debe decir dos. | Cierra el puerto de Kelsund",
        "REPLACE | (CORRECCIÓN) Cierra el puerto de Kelsund | El puerto está cerrado."
            + " | Cierra el puerto de Kelsund",
        "REPLACE | CORRIGE.- Cierra el puerto de Kelsund | El puerto está cerrado."
            + " | Cierra el puerto de Kelsund",
        "REPEAT | Repetición: Cierra el puerto de Kelsund | El puerto está cerrado."
            + " | Cierra el puerto de Kelsund",
        // French
        "KILL | Attention rédactions | Prière de ne pas utiliser la dépêche « Le port de Kelsund"
            + " fermé », qui est erronée. | Le port de Kelsund fermé",
        "HOLD | SUSPENSION - Port de Kelsund | Merci de retenir la dépêche « Le port de Kelsund"
            + " fermé ». | Le port de Kelsund fermé",
        "RELEASE | Note aux rédactions | La dépêche « Le port de Kelsund fermé » peut désormais être"
            + " publiée. | Le port de Kelsund fermé",
        "CORRECT | Rectificatif: port | Dans la dépêche « Le port de Kelsund fermé », bien lire deux"
            + " navires. | Le port de Kelsund fermé",
        "REPLACE | RECTIFICATIF - Le port de Kelsund fermé | Le port est fermé."
            + " | Le port de Kelsund fermé",
        "REPEAT | Répétition: Le port de Kelsund fermé | Le port est fermé."
            + " | Le port de Kelsund fermé",
        // Dutch
        "KILL | Let op, redacties | Het bericht “Haven Kelsund dicht” vervalt. | Haven Kelsund dicht",
        "KILL | VERVALLEN: Haven Kelsund dicht | Wij verzoeken dit bericht niet te gebruiken."
            + " | Haven Kelsund dicht",
        "HOLD | Let op, redacties | Gelieve het bericht “Haven Kelsund dicht” voorlopig niet te"
            + " gebruiken. | Haven Kelsund dicht",
        "RELEASE | Vrijgave: haven | Het bericht ‘Haven Kelsund dicht’ kan nu worden gebruikt."
            + " | Haven Kelsund dicht",
        "CORRECT | Correctie: haven | In het bericht “Haven Kelsund dicht” staat ten onrechte dat"
            + " er twaalf schepen wachten. | Haven Kelsund dicht",
        "REPLACE | RECTIFICATIE: Haven Kelsund dicht | De haven is dicht. | Haven Kelsund dicht",
        "REPEAT | Herhaling: Haven Kelsund dicht | De haven is dicht. | Haven Kelsund dicht",
      })
  void recognisesTheActionAndReferenceOfANote(
      Action action, String headline, String text, String name) {
    assertThat(WireNotes.read(null, headline, null, text))
        .hasValue(new WireNotes.Note(action, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Achtung, Glatteis: Pendler sollen Bus nicht verwenden | Die Stadt warnt.",
        "Korrektur am Aktienmarkt | Bitte nicht in Panik verfallen, sagen Banken.",
        "Sperrung: Hafen bleibt bis Montag zu | Die Zufahrt ist dicht, teilte die Stadt mit.",
        "Freigabe der Brücke erst im Mai | Die Brücke kann wieder genutzt werden.",
        "Rückzug: Trainer hört im Sommer auf | Er zieht sich ins Privatleben zurück.",
        "Anulación del contrato de los ferris | El Gobierno no publicará el informe.",
        "Retirada de las tropas | Las tropas han sido retiradas del puerto, dijo el ministro.",
        "Atención al cliente: quejas por el puerto | Las quejas no se publican.",
        "Suspension: le joueur absent trois matches | Il ne doit pas jouer pour l'instant.",
        "Annulation de trains en Bretagne | Les trains sont annulés jusqu'à lundi.",
        "Correction des copies du bac | Les professeurs ont rendu les notes.",
        "Let op: gladde wegen in het oosten | Automobilisten moeten de afslag niet gebruiken.",
        "Verbetering: minder files bij Kelsund | Het verkeer rijdt weer door.",
        "Vrijgave van documenten | De stukken kunnen bij de rechtbank worden ingezien.",
      })
  void newsIsNotANote(String headline, String text) {
    var note = WireNotes.read("Kelsund", headline, null, text);

    assertThat(note.isEmpty() || !note.get().action().isNote()).as("%s", note).isTrue();
  }
}
