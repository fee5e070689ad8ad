package dev.storywire.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.text.WordHash;
import dev.storywire.text.clean.CleanArticle;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Property(tries = 200)
  void isDecodedAsItWasEncoded(@ForAll String headline, @ForAll String text) {
    Fingerprint fingerprint = Articles.fingerprint(headline, text);
    assertThat(Fingerprint.decode(fingerprint.encode())).isEqualTo(fingerprint);
  }

  @Test
  void differsByTextAndHeadline() {
    Fingerprint fingerprint = Articles.fingerprint("Storm", "Boats sank.");
    assertThat(fingerprint)
        .isEqualTo(Articles.fingerprint("Storm", "Boats sank."))
        .hasSameHashCodeAs(Articles.fingerprint("Storm", "Boats sank."))
        .isNotEqualTo(Articles.fingerprint("Gale", "Boats sank."))
        .isNotEqualTo(Articles.fingerprint("Storm", "Ships sank."));
  }

  @Test
  void aCommonWordIsNoName() {
    var article = CleanArticle.of("", List.of("Gestern sah Ada das Haus von Lind."));
    int house = WordHash.ofLower("haus");
    assertThat(kinds(new Fingerprinter().of(article).words())).isEqualTo("- - name - name - name");
    assertThat(kinds(new Fingerprinter().of(article, word -> word == house).words()))
        .isEqualTo("- - name - - - name");
  }

  @Test
  void truncatesALongText() {
    var fingerprint = Articles.fingerprint("long ".repeat(1000), "word ".repeat(1_000_000));
    assertThat(fingerprint.length()).isEqualTo(Fingerprint.MAX_WORDS);
    assertThat(fingerprint.encode().length).isLessThan(4200);
  }

  @Test
  void recognisesTheKindsOfWords() {
    var words =
        Articles.fingerprint("", "Ada Lind said “two boats” sank at 10:30 in Else.").words();
    assertThat(kinds(words)).isEqualTo("name name - number+quoted quoted - - number - name");
  }

  @Test
  void straightQuotationMarksOpenAndClose() {
    var words = Articles.fingerprint("", "He said \"two boats\" sank and \"one\" did not.").words();
    assertThat(kinds(words)).isEqualTo("- - number+quoted quoted - - number+quoted - -");
  }

  @Test
  void readsScriptsWithoutSpacesByCharacter() {
    assertThat(Articles.fingerprint("", "両者は来週会談する").length()).isEqualTo(9);
  }

  @Test
  void refusesOtherBytes() {
    assertThatThrownBy(() -> Fingerprint.decode(new byte[] {9, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2");
    assertThatThrownBy(() -> Fingerprint.decode(new byte[] {2, 0, 5, 1}))
        .hasMessageContaining("truncated");
  }

  private static String kinds(int[] words) {
    var kinds = new StringBuilder();
    for (int word : words) {
      String kind = Word.isNumber(word) ? "number" : Word.isName(word) ? "name" : "";
      String quoted = Word.isQuoted(word) ? "quoted" : "";
      String both = kind.isEmpty() || quoted.isEmpty() ? kind + quoted : kind + "+" + quoted;
      kinds.append(kinds.length() == 0 ? "" : " ").append(both.isEmpty() ? "-" : both);
    }
    return kinds.toString();
  }
}
