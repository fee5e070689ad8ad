package dev.storywire.story.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.InMemorySignatureStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkMemoryTest {
  private final InMemorySignatureStore store = new InMemorySignatureStore();
  private final LinkMemory memory = new LinkMemory(store);

  @Test
  void remembersOneSignatureAsLongAsAllAreOfOneLane() {
    assertThat(memory.accepts("en")).isTrue();
    memory.add(signature("en", "urn:one"));
    assertThat(memory.accepts("en")).isFalse();
    assertThat(memory.accepts("de")).isTrue();

    memory.add(signature("de", "urn:zwei"));

    assertThat(memory.accepts("en")).isTrue();
  }

  @Test
  void aRestoredMemoryHasTheSameMatches() {
    memory.add(signature("en", "urn:one"));
    memory.add(signature("de", "urn:zwei"));
    Signature spanish = signature("es", "urn:tres");

    List<SignatureMatch> restored = new LinkMemory(store).add(spanish);

    assertThat(restored)
        .isEqualTo(memory.add(spanish))
        .extracting(match -> match.other().uri())
        .containsExactlyInAnyOrder("urn:one", "urn:zwei");
  }

  @Test
  void aRemovedOrKnownArticleHasNoMatches() {
    memory.add(signature("en", "urn:one"));
    memory.add(signature("de", "urn:zwei"));
    assertThat(memory.add(signature("de", "urn:zwei"))).as("resent").isEmpty();

    memory.remove("urn:one");

    assertThat(memory.add(signature("de", "urn:drei"))).isEmpty();
    assertThat(store.all()).hasSize(2);
  }

  private static Signature signature(String lane, String uri) {
    List<String> names = List.of("loc:chile", "per:ana-rojas", "org:onemi");
    return new Signature(lane, new OrderKey(1_773_316_800_000L, uri, 1), names, List.of());
  }
}
