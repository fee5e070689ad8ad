package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.InMemorySignatureStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.PartitionStore;
import dev.storywire.story.state.SignatureStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the last record on a uri when its lanes are in two partitions, and one is behind. */
class LanePartitionTest {
  private static final LaneSettings SETTINGS =
      new LaneSettings(Duration.ofHours(6), Duration.ofDays(1), false, false);

  private static final Item FIRST =
      Item.of("urn:bridge", "Bridge shut", "The bridge of Brenholm is shut to all traffic.");
  private static final Item LATER_NEWS =
      Item.of("urn:snow", "Snow in Oslo", "Snow fell on Oslo all night.").at(day(3));
  private static final Item MOVED =
      Item.of(
              "urn:bridge",
              "Le pont est fermé",
              "Le pont du port de Brenholm a été fermé jeudi à toute circulation.")
          .version(2)
          .language("fr")
          .at(day(4));

  private final Partition english = new Partition("en");
  private final Partition french = new Partition("fr");
  private final Map<String, Object> topic = new TreeMap<>();

  @Test
  void theVerdictOnANewerVersionOutlivesTheTombstoneOfALaneThatIsBehind() {
    take(english, FIRST);
    take(french, MOVED);
    take(english, LATER_NEWS); // the first version expires
    assertThat(topic.get("urn:bridge")).isEqualTo("tombstone");

    take(english, MOVED);

    assertThat(topic.get("urn:bridge")).isEqualTo(2);
  }

  @Test
  void aTombstoneOfALaneThatIsNotBehindCostsNothing() {
    take(english, FIRST, LATER_NEWS, MOVED); // the hand-over arrives first, and is ignored
    assertThat(topic.get("urn:bridge")).isEqualTo("tombstone");

    take(french, MOVED);

    assertThat(topic.get("urn:bridge")).isEqualTo(2);
  }

  @Test
  void aFirstVersionIsNotHandedOver() {
    Item french =
        Item.of("urn:pont", "Le pont est fermé", "Le pont du port de Brenholm est fermé.")
            .language("fr");
    take(english, FIRST);

    assertThat(english.accept(french)).isEmpty();
  }

  /** Decides items in a partition, and keeps the last record on each uri as the topic does. */
  private void take(Partition partition, Item... items) {
    for (Item item : items) {
      publish(partition.accept(item));
    }
  }

  private void publish(List<LaneOutput> outputs) {
    for (LaneOutput output : outputs) {
      if (output instanceof LaneOutput.Verdict decided) {
        ArticleVerdict verdict = decided.verdict();
        topic.put(verdict.uri(), verdict.version());
      } else if (output instanceof LaneOutput.ArticleExpired expired) {
        topic.put(expired.uri(), "tombstone");
      } else if (output instanceof LaneOutput.HandOver handOver) {
        publish(french.lanes.takeOver(handOver.lane(), handOver.newer()));
      }
    }
  }

  private static Instant day(int days) {
    return Item.NOON.plus(Duration.ofDays(days));
  }

  /** A partition that decides one lane. */
  private static final class Partition implements PartitionStore {
    private final Map<String, InMemoryLaneStore> stores = new TreeMap<>();
    final LanePartition lanes;

    Partition(String own) {
      lanes = new LanePartition(SETTINGS, this, own::equals);
    }

    List<LaneOutput> accept(Item item) {
      PreparedArticle article = item.prepared();
      return new ArrayList<>(
          lanes.accept(
              article, new OrderKey(article.orderTime(), article.uri(), article.version())));
    }

    @Override
    public @Nullable ArticleRecord article(String uri) {
      return stores.values().stream()
          .map(store -> store.article(uri))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    @Override
    public SignatureStore signatures() {
      return new InMemorySignatureStore();
    }

    @Override
    public @Nullable Long clock(String lane) {
      LaneStore store = stores.get(lane);
      return store == null || store.clock() == Long.MIN_VALUE ? null : store.clock();
    }

    @Override
    public LaneStore lane(String name) {
      return stores.computeIfAbsent(name, key -> new InMemoryLaneStore());
    }
  }
}
