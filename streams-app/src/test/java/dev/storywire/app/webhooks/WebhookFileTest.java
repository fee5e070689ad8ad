package dev.storywire.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.app.process.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFileTest {
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
  private static final String VALID =
      """
      {"name": "ferries", "url": "https://desk.example/hook?key=k3y", "secret": "%s",
       "on": "sources>=3", "filter": {"q": "ferry strike", "lane": "en"}}"""
          .formatted(SECRET);

  @TempDir Path directory;

  @Test
  void readsAWebhook() throws IOException {
    Files.writeString(directory.resolve("secret"), SECRET);
    String reference = "${dir:%s:secret}".formatted(directory);
    List<Webhook> webhooks = read("[" + VALID.replace(SECRET, reference) + "]");

    assertThat(webhooks).hasSize(1);
    Webhook webhook = webhooks.get(0);
    assertThat(webhook.on()).isEqualTo("sources>=3");
    assertThat(webhook.filter().text()).isEqualTo("ferry strike");
    assertThat(webhook.filter().lane()).isEqualTo("en");
    assertThat(webhook.url()).hasHost("desk.example");
    assertThat(webhook.deliveryId("s1")).isEqualTo("ferries:s1");
    assertThat(webhook.toString()).isEqualTo("webhook ferries");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "ferries"   | "Ferries 1"    | has the name 'Ferries 1'
          https://    | ftp://         | url must be an address
          https://    | ``             | url must be an address
          whsec_      | ``             | does not begin with whsec_
          whsec_MDEy  | whsec_!        | not Base64
          OWFiY2RlZjAxMjM0NTY3 | ``    | has 9 bytes; 24 to 64
          sources>=3  | sources>3      | must be opened, or sources>=N
          "lane"      | "lanes"        | cannot be parsed
          """)
  void namesWhatIsInvalid(String part, String instead, String fault) {
    assertThatThrownBy(() -> read("[" + VALID.replace(part, instead) + "]"))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining(fault)
        .message()
        .doesNotContain("k3y", "MDEyMzQ1Njc4");
  }

  @Test
  void refusesTwoOfOneNameAndTooMany() {
    assertThatThrownBy(() -> read("[" + VALID + "," + VALID + "]"))
        .hasMessageContaining("two webhooks with the name ferries");
    assertThatThrownBy(() -> read("[" + "{},".repeat(20) + "{}]"))
        .hasMessageContaining("21 webhooks; at most 20");
    assertThatThrownBy(() -> read("null")).hasMessageContaining("has no list");
    assertThatThrownBy(() -> WebhookFile.read(directory.resolve("none.json")))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("cannot be read");
  }

  private List<Webhook> read(String webhooks) throws IOException {
    Path file = directory.resolve("webhooks.json");
    Files.writeString(file, "{\"webhooks\": " + webhooks + "}");
    return WebhookFile.read(file);
  }
}
