package dev.storywire.text.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {
  private final Cleaner cleaner = new Cleaner();

  @Test
  void removesPageFurniture() {
    var article =
        clean(
            "Harbour reopens after storm",
            """
            The Coastal Courier
              • Home/
              • Weather/
              • Harbour reopens after storm

            Harbour reopens after storm

            Advertisement · Scroll to continue
            By Ada Lind and Tom Berg

            PORT ELSE, March 3 (AP) — Ships left the harbour on Tuesday.
            READ MORE: Ten storms that shook the coast
            Also check:- Ferry timetable for the weekend
            Storms had closed it for a week. (Reporting by Ada Lind; Editing by Tom Berg)
            Sign up for our daily newsletter
            Copyright © 2026 The Coastal Courier. All rights reserved.

            Reference(s):
            Storm closes harbour
            courier.example
            """);

    assertThat(article.headline()).isEqualTo("Harbour reopens after storm");
    assertThat(article.paragraphs())
        .containsExactly("Ships left the harbour on Tuesday.", "Storms had closed it for a week.");
    assertThat(article.dateline()).isEqualTo("PORT ELSE");
    assertThat(article.byline()).isEqualTo("Ada Lind and Tom Berg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Advertising revenue fell by a tenth in the quarter, the group said.",
        "Share prices fell in early trading.",
        "By Tuesday the water had reached the second floor of the town hall.",
        "More than forty people were on board.",
        "References to the treaty were struck from the draft.",
        "Home prices rose 3 percent, said the agency.",
        "Sources close to the talks said a deal was near.",
        "The firm Short & Long <SNL> said it would sell its <P> unit."
      })
  void sentencesThatBeginLikeFurnitureAreText(String sentence) {
    assertThat(clean("Headline", "First sentence here.\n\n" + sentence).paragraphs())
        .containsExactly("First sentence here.", sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WASHINGTON, March 3 (Reuters) - Talks began.|WASHINGTON",
        "Washington D.C. – Talks began.|Washington D.C.",
        "KYIV (AP) — Talks began.|KYIV",
        "BERLIN (dpa) - Talks began.|BERLIN",
        "ERIE, Pa. — Talks began.|ERIE, Pa.",
        "Washington (CNN) Talks began.|Washington",
        "SEOUL/TOKYO (Reuters) - Talks began.|SEOUL/TOKYO",
        "PARIS, 3 mars (AFP) - Talks began.|PARIS",
      })
  void splitsTheDateline(String paragraph, String place) {
    var article = clean("Headline", paragraph);
    assertThat(article.paragraphs()).containsExactly("Talks began.");
    assertThat(article.dateline()).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trump — who spoke on Monday — said talks began.",
        "The Energy Agency (EA) said talks began.",
        "Prices rose 3.5 percent - more than thought.",
        "Note: Talks began."
      })
  void keepsTextThatResemblesADateline(String paragraph) {
    assertThat(clean("Headline", paragraph).paragraphs()).containsExactly(paragraph);
  }

  @Test
  void readsTheBlocksOfHtml() {
    var article =
        clean(
            new NewsItem.Body(
                null,
                "text/html",
                null,
                null,
                "<nav>Home</nav><h2>Below</h2><p>Caf&eacute; <b>owners</b>\nmet.<p>They"
                    + " spoke.<br>Then left.<script>alert(1)</script><ul><li>One<li>Two</ul>"));
    assertThat(article.paragraphs())
        .containsExactly("Below", "Café owners met.", "They spoke.", "Then left.", "One", "Two");
  }

  @Test
  void readsNitfContentWithoutItsHead() {
    var article =
        clean(
            new NewsItem.Body(
                null,
                "application/nitf+xml",
                null,
                null,
                "<nitf><body><body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content>"
                    + "<p>First.</p><block><p>Second.</p></block></body.content></body></nitf>"));
    assertThat(article.paragraphs()).containsExactly("First.", "Second.");
  }

  @Test
  void plainTextIsPreferredToMarkup() {
    var html = new NewsItem.Body(null, "text/html", null, null, "<p>Marked up.</p>");
    var plain = new NewsItem.Body(null, "text/plain", null, null, "Plain.");
    assertThat(clean(html, plain).paragraphs()).containsExactly("Plain.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe src=\"https://v.example/1\" />",
        "<script src='/s.js'/>",
        "<video controls=\"\" src=\"v.mp4\" />",
        "<iframe/>",
        "<script src='/s.js' />stray()</script>"
      })
  void keepsTheTextAfterAnEmptyElement(String element) {
    var html =
        new NewsItem.Body(
            null, "text/html", null, null, "<p>Quays shut.</p>" + element + "<p>Ferries wait.</p>");
    assertThat(clean(html).paragraphs()).containsExactly("Quays shut.", "Ferries wait.");
  }

  @Test
  void hardWrappedLinesBecomeOneParagraph() {
    var article =
        clean(
            "Headline",
            """
            The ministry said on Tuesday that the two sides had agreed to
            meet again in the coming week, at a place that neither of the
            delegations would name.

            No date was set.
            """);
    assertThat(article.paragraphs())
        .containsExactly(
            "The ministry said on Tuesday that the two sides had agreed to meet again in the coming"
                + " week, at a place that neither of the delegations would name.",
            "No date was set.");
  }

  @Test
  void usesTheFirstSentenceIfThereIsNoHeadline() {
    var article = clean("", "OSLO — The U.S. envoy met Gov. Berg on Monday. Nobody spoke.");
    assertThat(article.headline()).isEqualTo("The U.S. envoy met Gov. Berg on Monday.");
  }

  @Test
  void keepsALedeThatIsRepeatedAsTheHeadline() {
    String lede = "The harbour reopened on Tuesday after a week of storms.";
    assertThat(clean(lede, lede + "\nShips left at noon.").paragraphs())
        .containsExactly(lede, "Ships left at noon.");
  }

  @Test
  void composesUnicodeAndRemovesInvisibleCharacters() {
    var article = clean("Cafe\u0301 \uD800\u0000open", "A\u00ADb\u200Bc\u00A0d\u2028e.");
    assertThat(article.headline()).isEqualTo("Café open");
    assertThat(article.paragraphs()).containsExactly("Abc d", "e.");
  }

  @Test
  void shortensDrawnLines() {
    var article = clean("Holm votes", "Name ________ of snake_case and __init__.");

    assertThat(article.paragraphs()).containsExactly("Name ___ of snake_case and __init__.");
  }

  @Test
  void readsTwentyMegabytesOfUnclosedTags() {
    var article = clean("Headline", "<div><b>x".repeat(2_200_000));
    assertThat(article.headline()).isEqualTo("Headline");
  }

  @Property(tries = 300)
  void readsAnyText(@ForAll String headline, @ForAll String body) {
    var article = clean(headline, body);
    assertThat(article.paragraphs()).noneMatch(String::isBlank);
    assertThat(clean(headline, body)).isEqualTo(article);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE 2-Bridge at Brenholm closed | Bridge at Brenholm closed",
        "WRAPUP 11-Talks fail | Talks fail",
        "Bridge at Brenholm closed, 3rd Ld-Writethru | Bridge at Brenholm closed",
        "Update 2 of the charter is due | Update 2 of the charter is due",
        "UPDATE 2- | UPDATE 2-",
      })
  void removesTheNumberOfTheTake(String written, String read) {
    assertThat(clean(written, "Ferries run until the repair is done.").headline()).isEqualTo(read);
  }

  private CleanArticle clean(String headline, String body) {
    return cleaner.clean(item(headline, new NewsItem.Body(null, "text/plain", null, null, body)));
  }

  private CleanArticle clean(NewsItem.Body... bodies) {
    return cleaner.clean(item("Headline", bodies));
  }

  private static NewsItem item(@Nullable String headline, NewsItem.Body... bodies) {
    NewsItem plain =
        NewsItem.plain("urn:test:1", null, null, headline, null, "The Coastal Courier");
    ObjectNode item = Json.mapper().valueToTree(plain);
    item.set("bodies", Json.mapper().valueToTree(bodies));
    return Json.mapper().convertValue(item, NewsItem.class);
  }
}
