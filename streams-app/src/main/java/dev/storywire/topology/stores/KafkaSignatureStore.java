package dev.storywire.topology.stores;

import dev.storywire.story.state.SignatureStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** Keeps signatures in the store of the lane memories, where they belong to no lane. */
final class KafkaSignatureStore implements SignatureStore {
  private static final char CODE = 'g';

  private final BufferedStore<Bytes, byte[]> memory;

  KafkaSignatureStore(BufferedStore<Bytes, byte[]> memory) {
    this.memory = memory;
  }

  @Override
  public void put(String uri, byte[] signature) {
    memory.put(key(CODE, uri), signature);
  }

  @Override
  public void delete(String uri) {
    memory.delete(key(CODE, uri));
  }

  @Override
  public List<byte[]> all() {
    return memory.range(key(CODE, ""), key((char) (CODE + 1), ""), Integer.MAX_VALUE).stream()
        .map(entry -> entry.value)
        .toList();
  }

  private static Bytes key(char code, String uri) {
    // the keys of a lane begin with its name, which is not empty
    return Bytes.wrap(("\0" + code + uri).getBytes(StandardCharsets.UTF_8));
  }
}
