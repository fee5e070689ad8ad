package dev.storywire.producer.formats.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationMarkTest {
  private static final int SIZE = 150_000;

  @Test
  void cutsTheTextBeforeAMark() {
    assertThat(PublicationMark.cut("The quay reopens.\n---\nNot for publication: call Ann."))
        .isEqualTo("The quay reopens.");
    assertThat(PublicationMark.cut("<p>The quay reopens.</p><p>Not  for&nbsp;publication</p>"))
        .startsWith("<p>The quay reopens.</p>")
        .doesNotContain("publication");
    assertThat(PublicationMark.cut("<p>It reopens.</p><p>Not <b>for</b> publication: Ann</p>"))
        .startsWith("<p>It reopens.</p>")
        .doesNotContain("Ann");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contacts for editors, not for publication:",
        "Confidential: not for publication",
        "Interne Hinweise - nicht zur Veröffentlichung",
        "Nota para os editores (não para publicação)",
        "Please note that the details below are not intended for publication.",
        "Les informations suivantes ne sont pas destinées à la publication",
        "Eds: not-for-publication",
        "Not for broadcast or publication",
        "N O T   F O R   P U B L I C A T I O N",
        "Please do not publish",
        "For internal use only",
        "Bitte nicht veröffentlichen!",
        "* Nur zur Information der Redaktion *",
        "À ne pas publier",
        "Da non pubblicare",
        "Niet publiceren",
        "Nicht für die Veroeffentlichung",
        "Nicht zur Ver&ouml;ffentlichung",
        "Nicht ver&#246;ffentlichen",
        "Nur zur internen Verwendung",
        "Nur für den internen Gebrauch",
        "Ne pas publier",
        "Pas pour publication",
        "Diffusion interdite",
        "Usage interne uniquement",
        "No apto para publicación",
        "No publicar",
        "Solo para uso interno",
        "Non pubblicare",
        "Non destinato alla pubblicazione",
        "Non pubblicabile",
        "Não publicar",
        "Niet bestemd voor publicatie",
        "Alleen voor intern gebruik",
        "Not to be published",
        "n o t  f o r  p u b l i c a t i o n",
        "<b>Not for publication</b>"
      })
  void cutsTheTextBeforeEachFormOfAMark(String mark) {
    for (String end : new String[] {"\n", "\r\n", "\r", "\u2028"}) {
      String text = "The quay reopens." + end + end + mark + end + "Desk: +00 1";
      assertThat(PublicationMark.cut(text)).isEqualTo("The quay reopens.");
    }
    String inCapitals = "The quay reopens.\n" + mark.toUpperCase(Locale.ROOT) + "\nDesk: +00 1";
    assertThat(PublicationMark.cut(inCapitals)).isEqualTo("The quay reopens.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT FOR\nPUBLICATION",
        "NOT FOR PUBLI-\nCATION",
        "Not  for\n\n   publication:",
        "The following information for the desk\nis not for\npublication.",
        "Die folgenden Angaben: nicht zur Veröffent-\nlichung",
        "N I C H T   Z U R\nV E R Ö F F E N T L I C H U N G",
        "> Not for\n> publication",
        "*** NOT *** FOR *** PUBLICATION ***",
        "Not for publi\u00adcation",
        "Not\u00a0for\u200b publication",
        "Nicht zur Vero\u0308ffentlichung",
        "Ne pas\npublier",
        "Non destinato alla\npubblicazione",
        "Não para\npublicação",
        "Niet voor\npublicatie",
        "No destinado a\nsu publicación",
        "For internal\nuse only",
        "Contacts (do not\npublish):",
        "Not for publication: Bo Ridge (the desk, day and night), Ann Pier (the harbour office and"
            + " the port), Cy Holm (pictures, graphics and video, until noon), Di Norr (all else,"
            + " also on Sundays and at night)",
        "[Not for publication - call Ann Pier]"
      })
  void cutsTheTextBeforeAMarkThatIsBrokenOrSpacedOut(String mark) {
    String text = "The quay reopens.\n\n" + mark + "\nDesk: +00 1";
    assertThat(PublicationMark.cut(text)).isEqualTo("The quay reopens.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Not for<br>publication</p>",
        "<div>Not for</div><div>publication</div>",
        "<p>NOT<b class=\"of-an-editor-with-a-long-name\"> </b>FOR <i>PUBLI</i>CATION</p>",
        "<p>Not for publi<wbr>cation</p>",
        "<p>N&#111;t&nbsp;&nbsp;for publicati&#x6f;n</p>",
        "<p>Nicht zur Ver&ouml;ffent&shy;lichung</p>",
        "<p>Not<!-- of the desk --> for publication</p>",
        "<!-- not for publication -->",
        "<pre>Desk.\nNot for\npublication\n</pre>",
        "<ul><li>Not for publication</li></ul>",
        "&lt;p&gt;Not for publication&lt;/p&gt;"
      })
  void cutsHtmlBeforeAMarkThatContainsMarkup(String mark) {
    String text = "<p>The quay reopens.</p>" + mark + "<p>Desk: +00 1</p>";
    assertThat(PublicationMark.cut(text)).contains("quay reopens").doesNotContain("+00");
  }

  @Test
  void cutsANoteWithinAParagraph() {
    assertThat(PublicationMark.cut("It reopens. Not for publication: call Ann, +00 1."))
        .isEqualTo("It reopens.");
    assertThat(PublicationMark.cut("It reopens (not for publication: call Ann)."))
        .isEqualTo("It reopens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not for publication before 1400 GMT.",
        "EMBARGOED - NOT FOR PUBLICATION UNTIL MONDAY",
        "Nicht zur Veröffentlichung vor 14 Uhr",
        "Ne pas publier avant 14 heures",
        "Editors said the photos were not intended for publication.",
        "He said that his name was not for publication.",
        "Do not publish the names, the police asked.",
        "The letter was marked \"not for publication\".",
        "He said that the memo was not\nfor publication.",
        "He got the notes (not for publication) from a friend.",
        "What is it not for? Publication of the list was stopped.",
        "Contacts were not broken. For publication rights he paid.",
        "Details of the memo, which was not for publication, emerged.",
        "The republican public published publications for the public.",
        "No publicaron los nombres, dijo."
      })
  void leavesAnEmbargoOrASentence(String line) {
    String text = "The quay reopens.\n\n" + line + "\n\nWork starts in May.";
    assertThat(PublicationMark.cut(text)).isSameAs(text);
  }

  @Test
  void leavesASentenceAlone() {
    String text = "The report was not for publication, the mayor said.";
    assertThat(PublicationMark.cut(text)).isSameAs(text);
    String far = "x".repeat(201) + " not for publication";
    assertThat(PublicationMark.cut(far)).isSameAs(far);
  }

  // fuzzing found a text of many unclosed tags, 68 kB, that took 17 s
  @ParameterizedTest
  @ValueSource(
      strings = {"<a", "<a ", "not ", "not for ", " ", "&nbsp;", "*", "not for publication ", "p "})
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void takesLinearTime(String repeated) {
    String many = repeated.repeat(SIZE / repeated.length());
    assertThat(PublicationMark.cut("<p>The quay." + many)).isNotEmpty();
    assertThat(PublicationMark.cut("The quay, not" + many + "x")).isNotEmpty();
    assertThat(PublicationMark.cut("The quay." + many + "x\nNot for publication\n")).isNotEmpty();
  }
}
