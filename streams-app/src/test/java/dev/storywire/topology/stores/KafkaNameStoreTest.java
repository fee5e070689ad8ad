package dev.storywire.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.entities.KnownName;
import dev.storywire.entities.NameStore.Candidate;
import dev.storywire.schemas.Entity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class KafkaNameStoreTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final KeyValueStore<String, byte[]> store = store();
  private final BufferedStore<String, byte[]> buffer = buffer(store);
  private final KafkaNameStore names = names(buffer);

  @Test
  void keepsNamesInUse() {
    for (int day = 0; day < 100; day++) {
      names.put(name("per:anna", day));
      names.put("anna", List.of(new Candidate("per:anna", day * DAY)));
    }
    assertThat(names.name("per:anna")).isNotNull();
    assertThat(names.candidates("anna")).hasSize(1);
    assertThat(entries()).isEqualTo(2 + 33); // two records, and a list for each day remembered
  }

  @Test
  void listsTheEntriesOfOneUnitOfWorkInOneRecord() {
    names.put(name("per:anna", 0));
    names.put("anna", List.of(new Candidate("per:anna", 0)));
    names.put(name("per:peter", 0));
    assertThat(entries()).isEqualTo(3 + 1);

    names.put(name("per:paul", 0));
    assertThat(entries()).isEqualTo(4 + 2);

    names.put(name("per:paul", 33));
    names.put(name("per:paul", 34));
    assertThat(entries()).isEqualTo(1 + 2);
  }

  @Test
  void splitsTheListsOfManyEntries() {
    for (int i = 0; i < 100; i++) {
      names.put(name("per:" + i, 0));
    }
    assertThat(entries()).isEqualTo(100 + 4);

    names.put(name("per:anna", 33));
    names.put(name("per:anna", 34));
    assertThat(entries()).isEqualTo(1 + 2);
  }

  @Test
  void dropsUnusedNames() {
    names.put(name("per:anna", 0));
    names.put("anna", List.of(new Candidate("per:anna", 0)));

    names.put(name("per:peter", 32));
    assertThat(names.name("per:anna")).isNotNull();

    names.put(name("per:peter", 33));
    assertThat(names.name("per:anna")).isNull();
    assertThat(names.candidates("anna")).isEmpty();
    assertThat(entries()).isEqualTo(1 + 2);
  }

  @Test
  void theNumberOfNamesIsBoundedByTheWindow() {
    int afterTwoMonths = 0;
    for (int day = 0; day < 200; day++) {
      for (int i = 0; i < 20; i++) {
        names.put(name("per:" + day + "-" + i, day));
      }
      afterTwoMonths = day == 60 ? entries() : afterTwoMonths;
    }
    assertThat(entries()).isEqualTo(afterTwoMonths);
  }

  @Test
  void aRestoredStoreDropsTheSameNames() {
    KeyValueStore<String, byte[]> restarted = store();
    BufferedStore<String, byte[]> restartedBuffer = buffer(restarted);
    for (int day = 0; day < 80; day++) {
      KafkaNameStore afresh = names(restartedBuffer);
      for (int i = 0; i < 5; i++) {
        names.put(name("per:" + day * i % 7, day));
        afresh.put(name("per:" + day * i % 7, day));
      }
      buffer.commit();
      restartedBuffer.commit();
      assertThat(keys(restarted)).isEqualTo(keys(store));
    }
  }

  private static KnownName name(String id, long day) {
    List<KnownName.SpellingCount> spellings = List.of(new KnownName.SpellingCount("Anna", 1));
    return new KnownName(id, Entity.Type.PER, spellings, day * DAY, null);
  }

  private static BufferedStore<String, byte[]> buffer(KeyValueStore<String, byte[]> store) {
    return new BufferedStore<>(store, Comparator.naturalOrder());
  }

  private static KafkaNameStore names(BufferedStore<String, byte[]> buffer) {
    return new KafkaNameStore("en", buffer, new WorkBudget());
  }

  private int entries() {
    buffer.commit();
    return keys(store).size();
  }

  private static List<String> keys(KeyValueStore<String, byte[]> of) {
    try (KeyValueIterator<String, byte[]> all = of.all()) {
      return Stream.iterate(all, KeyValueIterator::hasNext, i -> i).map(i -> i.next().key).toList();
    }
  }

  private static KeyValueStore<String, byte[]> store() {
    KeyValueStore<String, byte[]> store =
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore("names"),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
    return store;
  }
}
