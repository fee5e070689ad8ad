package dev.storywire.producer.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.producer.fetch.AddressGuard;
import dev.storywire.producer.fetch.FetchLimits;
import dev.storywire.producer.fetch.Fetcher;
import dev.storywire.producer.fetch.LocalServer;
import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.RecordingWriter;
import dev.storywire.schemas.NewsItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PolledFeedTest {
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  @TempDir Path state;
  private final LocalServer server = new LocalServer();
  private final RecordingWriter writer = new RecordingWriter();
  private PolledFeed feed;

  @BeforeEach
  void begin() {
    feed = open();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsEachItemOnce() throws InterruptedException {
    serve(item("/1", "g1", "Harbour reopens"), item("/2", "g2", "Ferry late"));

    poll();
    poll();

    assertThat(writer.items).hasSize(2);
    assertThat(feed.counts().status().added()).isEqualTo(2);
    assertThat(feed.counts().status().unchanged()).isEqualTo(2);
    assertThat(feed.counts().status().lastSuccess()).isNotNull();
  }

  @Test
  void sendsAnEditedItemAsTheNextVersionOfTheSame() throws InterruptedException {
    serve(item("/1", "g1", "Harbour reopens"));
    poll();
    serve(item("/1", "g1", "Harbour reopens after two weeks"));
    poll();
    serve(item("/1", "g1", "Harbour reopens after a fortnight"));
    poll();

    assertThat(writer.items).extracting(NewsItem::uri).containsOnly("https://coast.example/1");
    assertThat(writer.items).extracting(NewsItem::version).containsExactly(null, "2", "3");
    assertThat(writer.items.get(2).versionCreated()).isAfter(writer.items.get(0).versionCreated());
    assertThat(feed.counts().status().revised()).isEqualTo(2);
  }

  @Test
  void recognisesAnItemWithANewGuidOrLink() throws InterruptedException {
    serve(item("/1", "g1", "Harbour reopens"));
    poll();
    serve(item("/1", "g1-changed", "Harbour reopens"));
    poll();
    serve(item("/1-harbour-reopens", "g1-changed", "Harbour reopens"));
    poll();

    assertThat(writer.items).hasSize(1);
    assertThat(feed.counts().status().unchanged()).isEqualTo(2);
  }

  @Test
  void keepsItsStateOverARestart() throws InterruptedException {
    serve(item("/1", "g1", "Harbour reopens"));
    poll();
    feed = open();
    serve(item("/1", "g1", "Harbour open again"));
    poll();

    assertThat(writer.items).extracting(NewsItem::version).containsExactly(null, "2");
  }

  @Test
  void sendsTheSameVersionAgainAfterAFailedDelivery() throws InterruptedException {
    serve(item("/1", "g1", "Harbour reopens"));
    poll();
    serve(item("/1", "g1", "Harbour open again"));
    writer.broken = true;
    assertThatThrownBy(this::poll).isInstanceOf(DeliveryException.class);
    writer.broken = false;
    feed = open();
    poll();

    assertThat(writer.items).extracting(NewsItem::version).containsExactly(null, "2", "2");
  }

  @Test
  void doublesTheDelayAfterEachFailureAndResetsIt() throws InterruptedException {
    server.on("/feed", 500, Map.of(), "");

    Duration first = poll().orElseThrow();
    Duration second = poll().orElseThrow();
    assertThat(second).isGreaterThan(first).isGreaterThan(INTERVAL.multipliedBy(3));
    assertThat(feed.counts().status().failures()).containsEntry("http-500", 2L);
    serve(item("/1", "g1", "Harbour reopens"));
    assertThat(poll().orElseThrow()).isLessThan(first);
    assertThat(feed.counts().status().lastFailure()).isNull();
  }

  @Test
  void honoursRetryAfter() throws InterruptedException {
    server.on("/feed", 429, Map.of("Retry-After", "7200"), "");

    assertThat(poll()).hasValue(Duration.ofHours(2));
  }

  @Test
  void doesNotPollAFeedThatIsGone() throws InterruptedException {
    server.on("/feed", 410, Map.of(), "");

    assertThat(poll()).isEmpty();
  }

  @Test
  void sendsNothingFromBrokenXmlAndAllItemsOnceItIsFixed() throws InterruptedException {
    String whole = rss(item("/1", "g1", "Harbour reopens"));
    server.on("/feed", 200, Map.of("ETag", "\"1\""), whole.substring(0, whole.length() - 30));
    poll();
    assertThat(writer.items).isEmpty();
    assertThat(feed.counts().status().failures()).containsEntry("truncated", 1L);

    server.on(
        "/feed",
        exchange -> {
          assertThat(exchange.getRequestHeaders().containsKey("If-None-Match")).isFalse();
          LocalServer.answer(exchange, 200, Map.of(), whole.getBytes(StandardCharsets.UTF_8));
        });
    poll();
    assertThat(writer.items).hasSize(1);
  }

  @Test
  void readsGzipAndAWrongCharset() throws InterruptedException, IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(rss(item("/1", "g1", "Café reopens")).getBytes(StandardCharsets.UTF_8));
    }
    server.on(
        "/feed",
        exchange ->
            LocalServer.answer(
                exchange,
                200,
                Map.of("Content-Encoding", "gzip", "Content-Type", "text/xml; charset=iso-8859-1"),
                packed.toByteArray()));

    poll();

    assertThat(writer.items.get(0).headlines().get(0).value()).isEqualTo("Café reopens");
  }

  @Test
  void countsARefusedItemOnce() throws InterruptedException {
    serve("<item><guid>x</guid></item>", item("/1", "g1", "Harbour reopens"));
    poll();
    poll();

    assertThat(feed.counts().status().refused()).isEqualTo(1);
    assertThat(feed.counts().status().added()).isEqualTo(1);
  }

  private Optional<Duration> poll() throws InterruptedException {
    return feed.poll(writer);
  }

  private void serve(String... items) {
    server.on("/feed", 200, Map.of("Content-Type", "application/rss+xml"), rss(items));
  }

  private static String rss(String... items) {
    return "<rss version=\"2.0\"><channel><title>Coast Wire</title>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String path, String guid, String title) {
    return "<item><title>%s</title><link>https://coast.example%s</link><guid>%s</guid>"
            .formatted(title, path, guid)
        + "<pubDate>Mon, 02 Mar 2026 09:15:00 GMT</pubDate></item>";
  }

  private PolledFeed open() {
    Clock clock = Clock.systemUTC();
    return new PolledFeed(
        server.url("/feed"),
        new Fetcher(
            new AddressGuard(List.of(server.url("/"))),
            new FetchLimits(Duration.ofSeconds(30), 1 << 20, 5),
            clock),
        new HostThrottle(Duration.ZERO),
        new Backoff(INTERVAL, Duration.ofHours(1), 1),
        new SeenItemsStore(state),
        clock);
  }
}
