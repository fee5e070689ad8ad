package dev.storywire.producer.formats.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebLinkTest {
  @ParameterizedTest
  @CsvSource({
    "https://quay.example/a/./b, https://quay.example/a/b",
    "https://quay.example/a/c/../b?x=1, https://quay.example/a/b?x=1",
    "https://quay.example/../../a, https://quay.example/a",
    "https://quay.example/a/., https://quay.example/a",
    "https://quay.example/a/.well/..b//c?y=/./z, https://quay.example/a/.well/..b//c?y=/./z",
    "https://../a, https://../a",
    "http://www.quay.example:80/%61/, https://quay.example/a",
  })
  void spellingsOfALinkAreOneIdentity(String link, String identity) {
    assertThat(WebLink.identity(WebLink.canonical(link))).isEqualTo(identity);
  }
}
