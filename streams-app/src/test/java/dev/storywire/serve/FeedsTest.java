package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Story;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Tests the feeds and the links to them. */
class FeedsTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service = TestServer.over(queries);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void writesAListAsAtom() throws Exception {
    String hostile = "<b>Tom & \"Jerry\" ]]> \u0001—橋";
    queries.publish(StoryFixtures.open("s1", hostile, 0));
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));

    Element feed = atom("/feeds/stories.atom");

    assertThat(texts(feed, "id"))
        .containsExactly(
            "tag:storywire.dev,2026:stories",
            "tag:storywire.dev,2026:stories/s2",
            "tag:storywire.dev,2026:stories/s1");
    assertThat(texts(feed, "title"))
        .containsExactly("Storywire", "Ferry delayed", hostile.replace("\u0001", ""));
    assertThat(texts(feed, "updated"))
        .containsExactly("2026-03-02T12:10:00Z", "2026-03-02T12:10:00Z", "2026-03-02T12:00:00Z");
    assertThat(texts(feed, "name")).containsExactly("Storywire");
    assertThat(texts(feed, "summary").get(0)).startsWith("Ferry delayed, the mayor said");
    assertThat(links(feed))
        .containsExactly(
            "self " + url("/feeds/stories.atom"),
            "alternate " + url("/"),
            "alternate " + url("/stories/s2"),
            "alternate " + url("/stories/s1"));
  }

  @Test
  void writesAListAsJsonFeed() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));

    JsonNode feed = json("/feeds/stories.json?q=bridge");

    assertThat(feed.at("/title").asText()).isEqualTo("Storywire: q bridge");
    assertThat(feed.at("/feed_url").asText()).isEqualTo(url("/feeds/stories.json?q=bridge"));
    assertThat(feed.at("/items/0/id").asText()).isEqualTo("tag:storywire.dev,2026:stories/s1");
    assertThat(feed.at("/items/0/url").asText()).isEqualTo(url("/stories/s1"));
    assertThat(feed.at("/items/0/tags/0").asText()).isEqualTo("Tove Lind");
    assertThat(json("/feeds/stories.json?q=ferry").at("/items")).isEmpty();
  }

  @Test
  void hasOneIdForEqualFilters() throws Exception {
    assertThat(texts(atom("/feeds/stories.atom?q=a%20%22b%22&lane=en"), "id"))
        .isEqualTo(texts(atom("/feeds/stories.atom?limit=5&lane=en&status=&q=a+%22b%22"), "id"))
        .containsExactly("tag:storywire.dev,2026:stories?lane=en&q=a%20%22b%22");
  }

  @Test
  void listsTheArticlesOfAStory() throws Exception {
    new SampleStory(queries, "s1", "en", "Bridge closed")
        .article(60, "Harbour Wire", "Bridge closed")
        .article(30, "Coast Courier", "Bridge to open")
        .killed(20, "Meridian News")
        .publishAs(Story.Status.OPEN);

    Element feed = atom("/feeds/stories/s1.atom");

    assertThat(texts(feed, "title"))
        .containsExactly("Bridge closed – Storywire", "Bridge to open", "Bridge closed");
    assertThat(texts(feed, "id").get(1))
        .isEqualTo("tag:storywire.dev,2026:articles/urn%3Awire%3As1%3A2");
    assertThat(texts(feed, "name")).containsExactly("Storywire", "Coast Courier", "Harbour Wire");
    assertThat(links(feed)).contains("alternate https://news.example/s1/2");
    assertThat(json("/feeds/stories/s1.json").at("/items/0/authors/0/name").asText())
        .isEqualTo("Coast Courier");
  }

  @Test
  void keepsAKilledStoryWithoutItsWords() {
    queries.publish(StoryFixtures.emptied("s1", 9));

    for (String path :
        List.of(
            "/feeds/stories.atom",
            "/feeds/stories.json",
            "/feeds/stories/s1.atom",
            "/feeds/stories/s1.json",
            "/feeds/entities/tove-lind.atom")) {
      assertThat(service.get(path).body()).as(path).doesNotContain("Unspeakable");
    }
    assertThat(json("/feeds/stories.json").at("/items/0/title").asText())
        .isEqualTo("This story has no articles");
  }

  @Test
  void redirectsFromAMergedStory() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    queries.publish(StoryFixtures.merged("s2", "s1"));

    HttpResponse<String> response = service.get("/feeds/stories/s2.atom");

    assertThat(response.statusCode()).isEqualTo(301);
    assertThat(response.headers().firstValue("Location")).hasValue(url("/feeds/stories/s1.atom"));
  }

  @Test
  void followsAnEntity() throws Exception {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));

    assertThat(texts(atom("/feeds/entities/tove-lind.atom"), "title"))
        .containsExactly("Tove Lind – Storywire", "Bridge closed");
    assertThat(texts(atom("/feeds/entities/nobody.atom"), "title"))
        .containsExactly("nobody – Storywire");
  }

  @Test
  void usesTheAddressOfTheRequest() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));

    String feed = service.get("/feeds/stories.json", "X-Forwarded-Proto", "https").body();

    assertThat(feed).contains("\"https://" + service.address() + "/stories/s1\"");
  }

  @Test
  void answers304IfNothingHasChanged() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    String tag = service.get("/feeds/stories.atom").headers().firstValue("ETag").orElse("");

    assertThat(service.get("/feeds/stories.atom", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));
    assertThat(service.get("/feeds/stories.atom", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusesAnInvalidAddress() {
    assertThat(service.problem("/feeds/stories.atom?cursor=x", 400)).contains("'cursor'");
    assertThat(service.problem("/feeds/stories/none.atom", 404)).contains("no story 'none'");
    assertThat(service.problem("/feeds/entities/x.atom?limit=1", 400))
        .isEqualTo("Unknown parameter 'limit'; no parameters are valid here.");
    assertThat(service.problem("/feeds/stories.rss", 404)).contains("/feeds/stories.rss");
  }

  @Test
  void linksEachPageToItsFeeds() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));

    assertThat(service.get("/?q=%22%3Cb%3E&lane=en&x=1").body())
        .contains("href=\"/feeds/stories.atom?lane=en&amp;q=%22%3Cb%3E\"")
        .contains("type=\"application/feed+json\" href=\"/feeds/stories.json?");
    HttpResponse<String> invalid = service.get("/?q=" + "x".repeat(300));
    assertThat(invalid.statusCode()).isEqualTo(400);
    assertThat(invalid.body()).startsWith("<!doctype html>").contains("/feeds/stories.atom");
    assertThat(service.get("/stories/s1").body()).contains("href=\"/feeds/stories/s1.atom\"");
    assertThat(service.get("/entities/a%22b").body())
        .contains("href=\"/feeds/entities/a%22b.json\"");
  }

  private Element atom(String path) throws Exception {
    HttpResponse<String> response = service.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    Document document =
        parsers
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    Element feed = document.getDocumentElement();
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    return feed;
  }

  private JsonNode json(String path) {
    HttpResponse<String> response = service.get(path);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/feed+json; charset=utf-8");
    return TestServer.parse(response.body());
  }

  private String url(String path) {
    return "http://" + service.address() + path;
  }

  private static List<String> texts(Element feed, String name) {
    return elements(feed, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> links(Element feed) {
    return elements(feed, "link").stream()
        .map(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
        .toList();
  }

  private static List<Element> elements(Element feed, String name) {
    NodeList nodes = feed.getElementsByTagNameNS(ATOM, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
