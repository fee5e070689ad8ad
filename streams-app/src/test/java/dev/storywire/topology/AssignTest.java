package dev.storywire.topology;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.Item;
import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.PreparedArticleBuilder;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.topology.stores.EncodedArticle;
import dev.storywire.topology.stores.StateStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests lanes that move between two owners with the same stores, as restored from changelogs. The
 * caches of an owner must not be used when the lane returns to it (compare apache/kafka pull
 * request 12540 for the caches of Kafka Streams).
 */
class AssignTest {
  private static final String PORT =
      "The port of Kelsund was closed on Thursday after a crane fell across the main quay, the"
          + " harbour master, Ada Lind, said. Twelve ships are waiting outside and will be sent to"
          + " Brenholm if the quay is not free by the weekend, the Coastal Line company said in a"
          + " statement.";

  private final List<StateStore> stores = new ArrayList<>();
  private final List<ArticleVerdict> verdicts = new ArrayList<>();
  private final List<StoryEvent> events = new ArrayList<>();
  @TempDir private Path directory;
  private int items;

  @BeforeEach
  void openStores() {
    MockProcessorContext<String, byte[]> context = context(0);
    for (var builder : StateStores.assign(Map.of())) {
      StateStore store = builder.withLoggingDisabled().withCachingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      stores.add(store);
    }
  }

  @AfterEach
  void closeStores() {
    stores.forEach(StateStore::close);
  }

  @Test
  void aFormerOwnerContinuesFromTheRecordsOfTheOwnerInBetween() {
    Assign one = assign();
    Assign other = assign();
    decide(one, 0, "urn:first");
    decide(other, 1, "urn:second", "urn:second", "urn:third");
    decide(assign(), 0, "urn:third", "urn:fourth"); // a new task, as after a reassignment
    decide(other, 1, "urn:fifth");
    decide(one, 0, "urn:fifth", "urn:sixth"); // the same processor, as after a lost transaction

    assertThat(verdicts)
        .filteredOn(verdict -> verdict.resends() > 0)
        .extracting(ArticleVerdict::uri)
        .containsExactly("urn:second", "urn:third", "urn:fifth");
    assertThat(verdicts)
        .extracting(ArticleVerdict::storyId)
        .containsOnly(verdicts.get(0).storyId());
    assertThat(events)
        .extracting(StoryEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 7).boxed().toList());
  }

  @Test
  void editsBindTheNextOwnerToo() {
    decide(assign(), 0, "urn:first", "urn:second");
    String story = requireNonNull(verdicts.get(0).storyId());
    edit(assign(), new Edit.Split("e1", "en", "Ada Lind", "Another port", story, List.of("urn:x")));
    edit(assign(), new Edit.Pin("e2", "en", "Ada Lind", "Clearer", story, "urn:first"));
    edit(
        assign(),
        new Edit.Split("e3", "en", "Ada Lind", "Another port", story, List.of("urn:second")));
    String other = requireNonNull(verdicts.get(verdicts.size() - 1).storyId());
    assertThat(other).isNotEqualTo(story);

    decide(assign(), 1, "urn:first", "urn:second"); // the same again
    decideVersion(assign(), "urn:second", 2);

    assertThat(verdicts.get(verdicts.size() - 1).uri()).isEqualTo("urn:second");
    assertThat(verdicts.get(verdicts.size() - 1).storyId()).isEqualTo(other);
    edit(assign(), new Edit.Undo("e4", "en", "Ada Lind", "One port", "e3"));
    assertThat(verdicts.get(verdicts.size() - 1).storyId()).isEqualTo(story);
  }

  @Test
  void theNextOwnerKnowsWhichArticlesWereAheadOfTheClock() {
    decide(assign(), 0, "urn:first");
    process(assign(), 0, ahead("urn:ahead", "Harbour Wire"));
    assertThat(verdicts).extracting(ArticleVerdict::uri).doesNotContainNull().hasSize(2);
    process(assign(), 1, ahead("urn:confirms", "Island Gazette"));
    decide(assign(), 0, "urn:first");

    assertThat(verdicts)
        .last()
        .satisfies(
            verdict -> {
              assertThat(verdict.uri()).isEqualTo("urn:first");
              assertThat(verdict.resends()).as("had expired").isZero();
            });
  }

  private static PreparedRecord ahead(String uri, String source) {
    PreparedArticle article =
        Item.of(uri, "Kelsund port shuts", PORT)
            .source(source)
            .at(Item.NOON.plus(Duration.ofDays(90)))
            .prepared();
    OrderKey orderKey = new OrderKey(article.orderTime(), uri, 1);
    return new PreparedRecord.Article(orderKey, 0, 0, false, EncodedArticle.of(article).bytes());
  }

  private void edit(Assign owner, Edit edit) {
    process(
        owner,
        0,
        new PreparedRecord.Edit(
            new OrderKey(Item.NOON.toEpochMilli(), edit.id(), 0), 0, 0, Output.json(edit)));
  }

  private void decideVersion(Assign owner, String uri, int version) {
    process(owner, 0, item(uri, version));
  }

  /** Initialises a task of an owner and processes items in order. */
  private void decide(Assign owner, int task, String... uris) {
    process(owner, task, Stream.of(uris).map(uri -> item(uri, 1)).toArray(PreparedRecord[]::new));
  }

  private PreparedRecord item(String uri, int version) {
    PreparedArticle article =
        PreparedArticleBuilder.builder(
                Item.of(uri, "Kelsund port shuts", PORT)
                    .at(Item.NOON.plusSeconds(++items))
                    .prepared())
            .version(version)
            .build();
    OrderKey orderKey = new OrderKey(article.orderTime(), uri, version);
    return new PreparedRecord.Article(orderKey, 0, 0, false, EncodedArticle.of(article).bytes());
  }

  private void process(Assign owner, int task, PreparedRecord... records) {
    MockProcessorContext<String, byte[]> context = context(task);
    stores.forEach(context::addStateStore);
    owner.init(context);
    for (PreparedRecord record : records) {
      owner.process(new Record<>(null, record, 0));
      collect(context, NodeNames.TO_ARTICLES, ArticleVerdict.class, verdicts);
      collect(context, NodeNames.TO_STORY_EVENTS, StoryEvent.class, events);
      context.resetForwards();
    }
  }

  private static <T> void collect(
      MockProcessorContext<String, byte[]> context, String to, Class<T> type, List<T> values) {
    context.forwarded(to).stream()
        .map(sent -> new JsonSerde<>(type).deserializer().deserialize(to, sent.record().value()))
        .forEach(values::add);
  }

  private static Assign assign() {
    return new Assign(LaneSettings.defaults(), "storywire.raw", 1, FlowListener.NONE);
  }

  /** Creates a context for a task of the single lane partition. */
  private MockProcessorContext<String, byte[]> context(int number) {
    return new MockProcessorContext<>(new Properties(), new TaskId(number, 0), directory.toFile());
  }
}
