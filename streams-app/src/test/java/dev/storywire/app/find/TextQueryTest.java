package dev.storywire.app.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.app.process.OperatorError;
import dev.storywire.story.Item;
import dev.storywire.topology.stores.EncodedArticle;
import org.junit.jupiter.api.Test;

/** Tests that a text is found in every form in which the service stores it. */
class TextQueryTest {
  private final TextQuery query = new TextQuery("The \"Müller\" report, of the Ferry's owner");

  @Test
  void findsATextInJsonWithEscapesAndMarkup() {
    assertThat(
            finds(
                "{\"body\":\"<p>The \\\"M\\u00fcller\\\" report,\\nof the <i>ferry</i>'s owner\"}"))
        .isTrue();
    assertThat(finds("{\"a\":[{\"b\":\"the &quot;MÜLLER&quot; report of the ferry's owner.\"}]}"))
        .isTrue();
    assertThat(finds("{\"body\":\"The Meier report of the ferry's owner\"}")).isFalse();
  }

  @Test
  void findsATextInARecordThatIsNotJson() {
    assertThat(finds("{ broken: The Müller report of the ferry's owner")).isTrue();
    String text = "The \"Müller\" report, of the ferry's owner, was read on Monday in Oslo.";
    byte[] encoded = EncodedArticle.of(Item.of("urn:a", "Snow", text).prepared()).bytes();
    assertThat(query.matches(null, encoded)).isTrue();
  }

  @Test
  void findsAUriInKeysAndValues() {
    TextQuery uri = new TextQuery("urn:newsml:example.com:20260312:42");
    assertThat(uri.matches("urn:newsml:example.com:20260312:42".getBytes(UTF_8), null)).isTrue();
    assertThat(
            uri.matches(null, "{\"uri\":\"urn:newsml:example.com:20260312:43\"}".getBytes(UTF_8)))
        .isFalse();
  }

  @Test
  void refusesATextThatIdentifiesNothing() {
    assertThatThrownBy(() -> new TextQuery(" . a ")).isInstanceOf(OperatorError.class);
  }

  private boolean finds(String value) {
    return query.matches(null, value.getBytes(UTF_8));
  }
}
