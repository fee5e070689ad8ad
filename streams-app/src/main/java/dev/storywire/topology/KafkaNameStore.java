package dev.storywire.topology;

import dev.storywire.entities.KnownName;
import dev.storywire.entities.NameStore;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A lane's names over the state store of its partition: names by id, candidates by spelling. */
final class KafkaNameStore implements NameStore {
  private static final Smile<KnownName> NAME = new Smile<>(KnownName.class);
  private static final Smile<Candidate[]> CANDIDATES = new Smile<>(Candidate[].class);

  private final String lane;
  private final KeyValueStore<String, byte[]> store;

  KafkaNameStore(String lane, KeyValueStore<String, byte[]> store) {
    this.lane = lane;
    this.store = store;
  }

  @Override
  public @Nullable KnownName name(String id) {
    byte[] bytes = store.get(nameKey(id));
    return bytes == null ? null : NAME.decode(bytes);
  }

  @Override
  public void put(KnownName name) {
    store.put(nameKey(name.id()), NAME.encode(name));
  }

  @Override
  public List<Candidate> candidates(String key) {
    byte[] bytes = store.get(spellingKey(key));
    return bytes == null ? List.of() : Arrays.asList(CANDIDATES.decode(bytes));
  }

  @Override
  public void put(String key, List<Candidate> candidates) {
    store.put(spellingKey(key), CANDIDATES.encode(candidates.toArray(Candidate[]::new)));
  }

  private String nameKey(String id) {
    return lane + "\0n" + id;
  }

  private String spellingKey(String key) {
    return lane + "\0s" + key;
  }
}
