package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that boxes and lines between the paragraphs of an article are not part of its text. */
class PageBoxesTest {
  private static final String FIRST =
      "The harbour board of Norrby said on Thursday that it would rebuild the outer quay, which"
          + " a storm had damaged badly last winter.";

  private static final String SECOND =
      "Work is to begin in May, and some sixty dockers will move to the inner harbour, according"
          + " to a plan that the board published.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>[Advertisement]</p>",
        "<p>Story continues below</p>",
        "<p>— Publicité —</p>",
        "<p><em>Subscribe to our newsletter for more.</em></p>",
        "<p>Iscriviti alla newsletter del porto</p>",
        "<p>Meld je aan voor onze nieuwsbrief</p>",
        "<p>► Folgen Sie uns auf allen Kanälen</p>",
        "<p>Follow us on the usual networks</p>",
        "<p>Click here for the live blog</p>",
        "<div class='nl'><p>All the news of the harbour.</p><form><input type='email'></form></div>",
        "<aside><h3>Worth a look</h3><p><a href='/x'>Ten beaches for the summer</a></p></aside>",
        "<div class='related'><ul><li><a href='/x'>Why the old quay broke</a></li></ul></div>",
        "<div class='recommended'><p>Recipes that you will love to cook with friends.</p></div>",
        "<p class='caption'>The quay at Norrby in winter</p>",
        "<p hidden>Norrby harbour quay news</p>",
        "<p style='color:red; DISPLAY : none'>Norrby harbour quay news</p>",
        "<p class='screen-reader-text'>Opens in a new window</p>"
      })
  void omitsABox(String box) {
    assertThat(text(box)).isEqualTo(FIRST + " " + SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Advertising paid for a third of the work, the board said.</p>",
        "<p>Subscribers to the fund will get their money back.</p>",
        "<p>Follow-up work is planned for autumn.</p>",
        "<aside><p>The quay is 400 metres long, and the <a href='/x'>largest</a> of three.</p></aside>"
      })
  void keepsASentence(String sentence) {
    assertThat(text(sentence)).contains(Jsoup.parse(sentence).text());
  }

  @Test
  void keepsAnArticleThatAScriptShows() {
    String page = "<article style='display:none'><h1>Quay</h1><p>" + FIRST + "</p></article>";
    String body = Collected.text(Format.AUTO, page).onlyItem().bodies().get(0).value();

    assertThat(body).contains(FIRST);
  }

  // fuzzing found 25 kB of start tags that took 9 s
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void takesLinearTimeForEmptyParagraphs() {
    assertThat(text("<p>".repeat(50_000))).isEqualTo(FIRST + " " + SECOND);
  }

  private static String text(String between) {
    String page =
        "<html><body><article><h1>Norrby quay</h1><p>%s</p>%s<p>%s</p></article></body></html>"
            .formatted(FIRST, between, SECOND);
    String body = Collected.text(Format.AUTO, page).onlyItem().bodies().get(0).value();
    return Jsoup.parse(Objects.requireNonNull(body)).text();
  }
}
