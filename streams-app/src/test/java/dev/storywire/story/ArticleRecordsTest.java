package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks which of an article's two records a lane reads and writes. */
class ArticleRecordsTest {
  private static final String PORT =
      "The port of Kelsund was closed on Thursday after a crane fell across the main quay, the harbour"
          + " master, Ada Lind, said. Twelve ships are waiting outside and will be sent to Brenholm if"
          + " the quay is not free by the weekend, the Coastal Line company said in a statement.";

  private final InMemoryLaneStore store = new InMemoryLaneStore();
  private final List<String> calls = new ArrayList<>();
  private final Lane lane = new Lane("en", LaneSettings.defaults(), recording());

  @Test
  void aResendWritesOnlyTheState() {
    accept(port("urn:port"));
    assertThat(calls).contains("putContent");

    accept(port("urn:port"));
    assertThat(calls).contains("put").doesNotContain("putContent", "content", "fingerprint");
  }

  @Test
  void aCopyCheckReadsOnlyFingerprints() {
    accept(port("urn:port"));
    accept(port("urn:copy").source("Island Gazette"));
    assertThat(store.article("urn:copy")).extracting(this::copyOf).isEqualTo("urn:port");
    assertThat(calls).contains("fingerprint").doesNotContain("content");
  }

  @Test
  void aNewVersionReplacesTheContent() {
    accept(port("urn:port"));
    accept(Item.of("urn:port", "Kelsund port opens", PORT).version(2).minute(1));
    assertThat(store.content("urn:port")).extracting("headline").isEqualTo("Kelsund port opens");
  }

  @Test
  void aKillDeletesTheContent() {
    accept(port("urn:port"));
    accept(Item.of("urn:port", "", "").version(2).minute(1).status("canceled"));
    assertThat(store.article("urn:port")).isNotNull();
    assertThat(store.content("urn:port")).isNull();
  }

  @Test
  void anotherLaneThatTakesAnArticleOverDeletesTheContent() {
    accept(port("urn:port"));
    var unused =
        lane.dropOlderVersion(
            Item.of("urn:port", "Le port de Kelsund", PORT)
                .language("fr")
                .version(2)
                .minute(1)
                .prepared());
    assertThat(store.content("urn:port")).isNull();
  }

  @Test
  void anArticleThatExpiresLosesBothRecords() {
    accept(port("urn:port"));
    // a second source confirms that the time has come
    accept(muchLater("urn:opera"));
    accept(muchLater("urn:opera-2").source("Coast Post"));
    assertThat(store.article("urn:port")).isNull();
    assertThat(store.content("urn:port")).isNull();
  }

  private Item muchLater(String uri) {
    return Item.of(uri, "Student saves opera", "A student sang the part from the wings.")
        .at(Item.NOON.plus(LaneSettings.defaults().remember().multipliedBy(3)));
  }

  private Item port(String uri) {
    return Item.of(uri, "Kelsund port shuts", PORT);
  }

  private Object copyOf(ArticleRecord record) {
    return record.verdict() == null ? "" : String.valueOf(record.verdict().copyOf());
  }

  private void accept(Item item) {
    calls.clear();
    var unused = lane.accept(item.prepared());
  }

  private LaneStore recording() {
    return (LaneStore)
        Proxy.newProxyInstance(
            LaneStore.class.getClassLoader(),
            new Class<?>[] {LaneStore.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
