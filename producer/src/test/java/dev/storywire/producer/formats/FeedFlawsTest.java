package dev.storywire.producer.formats;

import static dev.storywire.producer.formats.DamagedFeedsTest.ITEM;
import static dev.storywire.producer.formats.DamagedFeedsTest.NAMESPACES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that flaws of well-formed feeds are reported. */
class FeedFlawsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bad-value|<ttl>soon</ttl>%s",
        "bad-value|<cloud port='any'/>%s",
        "bad-value|<skipHours><hour>31</hour></skipHours>%s",
        "bad-value|<sy:updatePeriod>often</sy:updatePeriod>%s",
        "bad-value|<image><width>wide</width></image>%s",
        "bad-value|%s<media:content fileSize='big'/>",
        "bad-value|<item><title>x</title><enclosure length='1,2'/></item>%s",
        "misplaced-items|<items>%s</items>",
        "name-case|<Item><Title>x</Title></Item>%s"
      })
  void reportsWhatItIgnoresOrMendsInAFeed(String code, String channel) {
    String start = "<rss version='2.0' " + NAMESPACES + "><channel>";
    String feed = start + channel.formatted(ITEM) + "</channel></rss>";
    Collected read = read(feed);

    assertThat(read.items).extracting(NewsItem::uri).contains("https://x.example/1");
    assertThat(read.repairs).extracting(repair -> repair.kind().code()).containsExactly(code);
    assertThat(Collected.strict(feed.getBytes(UTF_8)).onlyRefusal().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ttl>60</ttl>",
        "<ttl/>",
        "<skipHours><hour>0</hour><hour>24</hour></skipHours><skipDays><day>Monday</day></skipDays>",
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>",
        "<image><width>88</width></image><cloud port='80'/>",
        "<media:content fileSize='' height='90' duration='1.5'/>"
      })
  void reportsNothingForValidValues(String channel) {
    String start = "<rss version='2.0' " + NAMESPACES + "><channel>";

    assertThat(read(start + channel + ITEM + "</channel></rss>").repairs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<RSS VERSION='2.0'><CHANNEL>%s</CHANNEL></RSS>",
        "<Rss><Channel><Title>t</Title>%s</Channel></Rss>",
        "<rdf:rdf xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns='http://purl.org/rss/1.0/'>%s</rdf:rdf>",
        "<Feed xmlns='http://www.w3.org/2005/Atom'><Entry><Id>urn:x:1</Id>"
            + "<Title>Pier 4 closed</Title><Link Href='https://x.example/1'/></Entry></Feed>"
      })
  void readsNamesInAnotherCase(String feed) {
    for (String item :
        new String[] {ITEM, ITEM.replace("item>", "Item>").replace("link", "LINK")}) {
      Collected read = read(feed.formatted(item));

      assertThat(read.onlyItem().uri()).isEqualTo("https://x.example/1");
      assertThat(read.repairs.get(0).kind()).isEqualTo(DocumentRepair.Kind.NAME_CASE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " xmlns:DC='http://purl.org/dc/elements/1.1/'"})
  void readsOtherVocabulariesInAnotherCase(String declaration) {
    NewsItem item =
        read("<RSS%s><CHANNEL><ITEM><TITLE>Pier</TITLE><DC:Creator>Ann</DC:Creator>"
                    .formatted(declaration)
                + "<Content:Encoded>The pier shut.</Content:Encoded></ITEM></CHANNEL></RSS>")
            .onlyItem();

    assertThat(item.by()).isEqualTo("Ann");
    assertThat(item.bodies().get(0).value()).isEqualTo("The pier shut.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<entry xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><id>urn:x:1</id>"
            + "<title>Pier 4 closed</title><link href='https://x.example/1'/></entry>",
        "<a:entry xmlns:a='http://www.w3.org/2005/Atom'><a:id>urn:x:1</a:id>"
            + "<a:title>Pier 4 closed</a:title><a:link href='https://x.example/1'/></a:entry>",
        ITEM
      })
  void readsAnEntryThatIsTheDocument(String entry) {
    assertThat(read(entry).onlyItem().uri()).isEqualTo("https://x.example/1");
    assertThat(read(entry).repairs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version='2.0'><channel><item><title>Pier 4 clo",
        "<rss version='2.0'><channel><item><title>Pier 4</title></item",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Pier</title>",
        "<nitf><body><body.content><p>Pier 4 closed.</p></body.content></body>"
      })
  void refusesADocumentThatEndsWithinItsFirstItem(String document) {
    assertThat(read(document).onlyRefusal().code()).isEqualTo("truncated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"UTF-8|windows-1252", "ISO-8859-1|UTF-8", "utf8mb4|windows-1252", "KOI8-R|UTF-8"})
  void reportsAWrongCharset(String declared, Charset used) {
    String feed =
        "<?xml version='1.0' encoding='%s'?><rss version='2.0'><channel>%s</channel></rss>"
            .formatted(
                declared,
                ITEM.replace("Pier 4 closed", "Häfen zählen Öl für größere Höfe über Küste"));
    byte[] bytes = feed.getBytes(used);
    Collected read = Collected.read(Format.AUTO, Source.fetched("sample", null, bytes));

    assertThat(read.repairs)
        .extracting(DocumentRepair::kind)
        .contains(DocumentRepair.Kind.WRONG_CHARSET);
    assertThat(Collected.strict(bytes).onlyRefusal().code()).isEqualTo("wrong-charset");
    assertThat(read.onlyItem().headlines().get(0).value())
        .isEqualTo("Häfen zählen Öl für größere Höfe über Küste");
  }

  private static Collected read(String feed) {
    return Collected.text(Format.AUTO, feed);
  }
}
