package dev.storywire.producer.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.producer.fetch.LocalServer;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.RecordingWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FollowTest {
  @TempDir Path folder;

  @Test
  @Timeout(3_600)
  void sendsEachItemOfFiveFaultyFeedsExactlyOnce() throws InterruptedException {
    new FollowSoak(folder).run(Duration.ofSeconds(Long.getLong("soak.seconds", 6)));
  }

  @Test
  @Timeout(30)
  void failsIfItemsCannotBeDelivered() {
    try (LocalServer server = new LocalServer()) {
      server.on(
          "/feed",
          200,
          Map.of(),
          "<rss version='2.0'><channel><item><title>a</title></item></channel></rss>");
      RecordingWriter writer = new RecordingWriter();
      writer.broken = true;
      FollowTargets targets = new FollowTargets(List.of(server.url("/feed")), List.of());
      try (Follow follow =
          new Follow(FollowOptions.of(targets, folder), writer, Clock.systemUTC())) {
        follow.start();
        assertThatThrownBy(follow::await)
            .isInstanceOf(DeliveryException.class)
            .hasMessage("the broker is gone");
      }
    }
  }

  @Test
  void readsListsOfFeeds() throws IOException, RefusedException {
    Path drop = Files.createDirectory(folder.resolve("drop"));
    Path opml = folder.resolve("feeds.opml");
    Files.writeString(
        opml,
        "<opml version='2.0'><body><outline text='News'><outline type='rss'"
            + " xmlUrl='https://a.example/rss'/></outline></body></opml>");
    Path yaml = folder.resolve("feeds.yaml");
    Files.writeString(
        yaml,
        "# ours\nfeeds:\n  - https://b.example/rss # the second\n  - url: \"https://c.example/rss\"\n"
            + "directories:\n  - path: "
            + drop);

    FollowTargets targets = FollowTargets.of(List.of(opml.toString(), yaml.toString()));

    assertThat(targets.feeds())
        .extracting(URI::getHost)
        .containsExactly("a.example", "b.example", "c.example");
    assertThat(targets.directories()).containsExactly(drop);
    assertThatThrownBy(() -> FollowTargets.of(List.of("nowhere"))).hasMessageContaining("nowhere");
  }

  @Test
  void limitsTheRateOfRequestsToOneHost() {
    HostThrottle pace = new HostThrottle(Duration.ofSeconds(1));
    Instant now = Instant.EPOCH;

    assertThat(pace.reserve(URI.create("http://a.example/1"), now)).isZero();
    assertThat(pace.reserve(URI.create("http://a.example/2"), now))
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.reserve(URI.create("http://b.example/1"), now)).isZero();
    assertThat(pace.reserve(URI.create("http://a.example/3"), now.plusSeconds(9))).isZero();
  }

  @Test
  void ignoresDamagedState() throws IOException {
    SeenItemsStore store = new SeenItemsStore(folder);
    store.save(SeenItems.empty("x").copy("\"1\"", null));
    assertThat(store.load("x").etag()).isEqualTo("\"1\"");
    try (var files = Files.list(folder)) {
      Files.writeString(files.findFirst().orElseThrow(), "{half");
    }

    assertThat(store.load("x")).isEqualTo(SeenItems.empty("x"));
  }
}
