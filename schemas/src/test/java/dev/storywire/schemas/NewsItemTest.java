package dev.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsItemTest {

  @Test
  void keepsUnknownFieldsAtAllLevels() throws JsonProcessingException {
    String json =
        """
        {"uri":"u","headlines":[{"value":"h","x":{"y":[1,2.5,null]}}],
         "bodies":[{"value":"b","x":1}],"infoSources":[{"name":"s","contactInfo":[{"value":"v"}]}],
         "subjects":[{"name":"n","relevance":90}],"altIds":[{"role":"r","value":"v","x":true}],
         "associations":[{"name":"photo","uri":"p","headlines":[{"value":"a quay"}]}],
         "places":[{"name":"Brenholm","geojson":{"type":"Point","coordinates":[5.3,60.4]}}],
         "expires":"2026-03-13T00:00:00Z"}
        """;
    assertThat(roundTrip(json)).isEqualTo(Json.mapper().readTree(json));
  }

  @Test
  void writesTimesInUtc() throws JsonProcessingException {
    NewsItem item = read("{\"uri\":\"u\",\"versionCreated\":\"2026-03-12T07:41:00+01:00\"}");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-12T06:41:00Z"));
    assertThat(Json.mapper().writeValueAsString(item)).contains("\"2026-03-12T06:41:00Z\"");
  }

  @Test
  void readsAbsentListsAsEmptyOnes() throws JsonProcessingException {
    NewsItem item = read("{\"uri\":\"u\"}");
    assertThat(item.headlines()).isEmpty();
    assertThat(item.associations()).isEmpty();
    assertThat(Json.mapper().writeValueAsString(item)).isEqualTo("{\"uri\":\"u\"}");
  }

  @Test
  void listsCannotBeChangedFromOutside() throws JsonProcessingException {
    NewsItem item = read("{\"uri\":\"u\",\"headlines\":[{\"value\":\"h\"}],\"x\":1}");
    assertThatThrownBy(() -> item.headlines().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> item.other().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anUnpairedSurrogateIsRefusedInEveryField() {
    String json =
        """
        {"uri":"u","headlines":[{"value":"A quay"}],"infoSources":[{"name":"Wire \\ud83d"}]}
        """;
    assertThat(NewsItemReader.read(json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new NewsItemReader.Refused(
                new Refusal(
                    "control-characters",
                    "The field infoSources.name contains an unpaired surrogate.")));
    byte[] quoted =
        "{\"uri\":\"u\",\"headlines\":[{\"value\":\"h\"}],\"version\":\"\\ud83d\"}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(NewsItemReader.read(quoted))
        .isEqualTo(
            new NewsItemReader.Refused(
                new Refusal(
                    "bad-version",
                    "The version \"?\" is not a whole number from 0 to 1999999999.")));
    byte[] paired = json.replace("\\ud83d", "\\ud83d\\ude00").getBytes(StandardCharsets.UTF_8);
    assertThat(NewsItemReader.read(paired)).isInstanceOf(NewsItemReader.Read.class);
  }

  @Test
  void shortFormsHaveNoUnknownFields() {
    var related = new NewsItem.Association("kills", "u", null, null);
    assertThat(related.other()).isEmpty();
    assertThat(List.of(new NewsItem.AltId("url", "v"), new NewsItem.AltId("url", "v")))
        .containsOnly(new NewsItem.AltId("url", "v"));
  }

  private static JsonNode roundTrip(String json) throws JsonProcessingException {
    return Json.mapper().readTree(Json.mapper().writeValueAsString(read(json)));
  }

  private static NewsItem read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, NewsItem.class);
  }
}
