package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the headline, authors and identity of web pages. */
class PageMetadataTest {
  private static final String TEXT =
      "<p>The lighthouse at Sund will be lit again in June, the keeper said on Monday, after a"
          + " repair that took the better part of two years.</p>";

  private static final String FETCHED = "https://www.sund.example/2026/lighthouse";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <title>The <i>Halcyon</i> is towed to Sund</title>     | The Halcyon is towed to Sund
          <title><a href="/1">Lighthouse lit again</a></title>    | Lighthouse lit again
          <title><p>Lighthouse lit again</p></title>              | Lighthouse lit again
          <title>Rope &amp; Sail &#8217;sinks&#8217;</title>      | Rope & Sail ’sinks’
          <title>Boats of 3 < 4 metres</title>                    | Boats of 3 < 4 metres
          <meta property="og:title" content="Rope &amp;amp; Sail"> | Rope & Sail
          """)
  void readsTheTextOfATitle(String head, String headline) {
    assertThat(page(head).headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly(headline);
  }

  @Test
  void expandsEntitiesInStructuredData() {
    NewsItem item =
        page(
            """
            <script type="application/ld+json">{"@type": "NewsArticle",
            "headline": "Rope &amp; Sail &#8216;sinks&#8217;",
            "author": [{"name": "Zo&euml; Lind"}, "Per Rope &amp; Sons"],
            "publisher": {"name": "Sund &amp; Coast"}}</script>
            """);

    assertThat(item.headlines().get(0).value()).isEqualTo("Rope & Sail ‘sinks’");
    assertThat(item.by()).isEqualTo("Zoë Lind, Per Rope & Sons");
    assertThat(item.infoSources().get(0).name()).isEqualTo("Sund & Coast");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /news/7                          | https://sund.example/news/7
          //sund.example/news/7            | https://sund.example/news/7
          http://sund.example/?p=7         | https://sund.example?p=7
          https://en.sund.example/news/7   | https://en.sund.example/news/7
          https://m.sund.example/news/7    | https://m.sund.example/news/7
          """)
  void usesAPlausibleCanonicalLink(String link, String uri) {
    assertThat(fetched(canonical(link)).uri()).isEqualTo(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://sund.example",
        "https://www.sund.example/",
        "https://sund.example/en/",
        "https://sund.example/de-AT",
        "https://sund.example/index.html",
        "http://localhost:8080/news/7",
        "http://192.168.3.4/news/7",
        "http://build-7/news/7",
        "https://template.example/news/7",
        "mailto:desk@sund.example"
      })
  void ignoresALinkThatCannotIdentifyThePage(String link) {
    assertThat(fetched(canonical(link)).uri())
        .isIn(FETCHED, "https://sund.example/2026/lighthouse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://sund.example/", "http://localhost/news/7"})
  void usesTheNextStatedUrl(String link) {
    String head =
        canonical(link) + "<meta property=\"og:url\" content=\"https://sund.example/news/8\">";

    assertThat(fetched(head).uri()).isEqualTo("https://sund.example/news/8");
    assertThat(page(head).uri()).isEqualTo("https://sund.example/news/8");
  }

  @Test
  void usesALinkToAnotherSiteThatThePageStatesTwice() {
    String head =
        canonical("https://coast.example/news/9")
            + "<meta property=\"og:url\" content=\"http://www.coast.example/news/9/\">";

    assertThat(fetched(head).uri()).isEqualTo("https://coast.example/news/9");
  }

  @Test
  void resolvesALinkAgainstTheBaseOfAFile() {
    String head = canonical("news/7") + "<base href=\"https://sund.example/\">";

    assertThat(page(head).uri()).isEqualTo("https://sund.example/news/7");
  }

  private static String canonical(String link) {
    return "<link rel=\"canonical\" href=\"" + link + "\">";
  }

  private static NewsItem page(String head) {
    return Collected.text(Format.HTML, html(head)).onlyItem();
  }

  private static NewsItem fetched(String head) {
    byte[] html = html(head).getBytes(StandardCharsets.UTF_8);
    return Collected.read(Format.HTML, Source.fetched(FETCHED, "text/html; charset=utf-8", html))
        .onlyItem();
  }

  private static String html(String head) {
    return "<html><head>" + head + "</head><body><article>" + TEXT + "</article></body></html>";
  }
}
