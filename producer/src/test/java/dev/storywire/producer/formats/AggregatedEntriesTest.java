package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.NewsItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what news aggregators add to the articles of others. */
class AggregatedEntriesTest {
  @Test
  void removesThePublisherAndHeadlinesOfOthersFromAnAggregatedEntry() {
    String list =
        "&lt;ol&gt;&lt;li&gt;&lt;a href='u'&gt;Pier shut&lt;/a&gt; Coast Wire&lt;/li&gt;"
            + "&lt;li&gt;&lt;a href='v'&gt;Holm pier&lt;/a&gt; Norrby Evening Post&lt;/li&gt;&lt;/ol&gt;";
    String entry =
        "<title>Pier shut - again - Coast Wire</title><link>https://agg.example/r/1</link>"
            + "<description>%s</description><source url='https://coast.example/'>Coast Wire</source>";

    NewsItem listed = item(entry.formatted(list));
    NewsItem text =
        item(entry.formatted("The pier was shut again, &lt;a&gt;officials&lt;/a&gt; said."));

    assertThat(listed.headlines().get(0).value()).isEqualTo("Pier shut - again");
    assertThat(listed.infoSources().get(0).name()).isEqualTo("Coast Wire");
    assertThat(listed.bodies()).isNullOrEmpty();
    assertThat(text.bodies().get(0).value()).contains("The pier was shut");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='u'>Pier shut</a> Coast Wire<br><a href='v'>Holm pier</a> Norrby Post",
        "<table><tr><td><a>Pier shut</a><br>Coast Wire<tr><td><a>Pier</a><br>Norrby Post</table>",
        "<ul><li><a>Pier shut</a> Coast Wire<li><a>Holm pier</a> Norrby Evening Post</ul>"
      })
  void omitsAListOfHeadlines(String list) {
    String entry =
        "<title>Pier shut\u00a0- COAST Wire</title><link>https://agg.example/r/1</link>"
            + "<source url='https://coast.example/'>Coast Wire</source><%1$s><![CDATA[%2$s]]></%1$s>";

    for (String element : new String[] {"description", "content:encoded"}) {
      NewsItem item = item(entry.formatted(element, list));
      assertThat(item.bodies()).isNullOrEmpty();
      assertThat(item.headlines().get(0).value()).isEqualTo("Pier shut");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ol><li><a href='u'>Pier shut</a>&nbsp;<font>Coast Wire</font>"
            + "<li><a href='v'>Holm pier</a>&nbsp;<font>Norrby Post</font></ol>",
        "<a href='u'>Pier shut</a>&nbsp;&nbsp;<font>Coast Wire</font>",
        "<a href='u'>Pier shut</a> - Coast Wire<br><a href='v'>Holm pier</a> - Norrby Post",
        "<table><tr><td><a>Pier shut</a><td>Coast Wire<tr><td><a>Pier</a><td>Norrby Post</table>"
      })
  void omitsAListOfHeadlinesInAnEntryWithoutASource(String list) {
    NewsItem item =
        item(
            "<title>Pier shut - Coast Wire</title><link>https://agg.example/r/1</link>"
                + ("<description><![CDATA[" + list + "]]></description>"));

    assertThat(item.bodies()).isNullOrEmpty();
    assertThat(item.headlines().get(0).value()).isEqualTo("Pier shut");
    assertThat(item.infoSources().get(0).name()).isEqualTo("Coast Wire");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/1,https://b.example/2,true",
    "https://a.example/1,https://agg.example/2,false",
    "https://agg.example/1,https://agg.example/2,false"
  })
  void omitsHeadlinesOfOtherSitesWithTheirNames(String first, String second, boolean omitted) {
    NewsItem item =
        item(
            "<title>The morning</title><link>https://agg.example/r/1</link><description>"
                + ("<![CDATA[<ul><li><a href='" + first + "'>Pier shut</a> Coast Wire")
                + ("<li><a href='"
                    + second
                    + "'>Holm votes</a> Norrby Post</ul>]]></description>"));

    assertThat(item.bodies() == null || item.bodies().isEmpty()).isEqualTo(omitted);
  }

  private static NewsItem item(String content) {
    return Collected.text(Format.AUTO, rss("<item>" + content + "</item>")).onlyItem();
  }

  private static String rss(String items) {
    return "<rss version='2.0'><channel><title>Feed</title>" + items + "</channel></rss>";
  }
}
