package dev.storywire.app.audit;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryMembers;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Checks the topics of a deployment against the contract. Each raw record has one result: a
 * verdict, the first event of an edit, or a dead letter. Events are numbered without gaps or
 * duplicates, snapshots equal the fold of their events, and the members of a story are the articles
 * whose verdicts name it. Reads all committed records, so that its memory grows with the history.
 */
public final class Audit {
  private static final Deserializer<ArticleVerdict> VERDICT = serde(ArticleVerdict.class);
  private static final Deserializer<Story> STORY = serde(Story.class);
  private static final Deserializer<StoryEvent> EVENT = serde(StoryEvent.class);

  private final RawRecords raw = new RawRecords();
  private final Map<String, Integer> results = new HashMap<>();
  private final TreeMap<String, ArticleVerdict> verdicts = new TreeMap<>();
  private final TreeMap<String, Story> stories = new TreeMap<>();
  private final Set<String> retired = new LinkedHashSet<>();
  private final TreeMap<String, List<StoryEvent>> events = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private long edits;
  private long deadLetters;
  private long held;

  private Audit() {}

  /**
   * The result of an audit.
   *
   * @param raw number of raw records
   * @param verdicts number of raw records with a verdict
   * @param edits number of edits with an event
   * @param deadLetters number of raw records that were refused
   * @param held number of raw records without a result because they are under embargo
   * @param faults violations of the contract, a sentence each
   * @param digest hash over stories, members, relations and events; see {@link Digest}
   */
  @RecordBuilder
  public record Report(
      long raw,
      long verdicts,
      long edits,
      long deadLetters,
      long held,
      long articles,
      long stories,
      long events,
      List<String> faults,
      String digest) {}

  /** The committed records of topics. */
  public interface Records {
    /** Passes all records of a topic, in order within each partition. */
    void forEach(String topic, Consumer<ConsumerRecord<String, byte[]>> action);
  }

  /** Audits the topics under a prefix. */
  public static Report of(Map<String, String> client, String prefix) {
    return of((topic, action) -> TopicReader.forEach(client, topic, action), prefix);
  }

  /** Audits the records of the topics under a prefix. */
  public static Report of(Records records, String prefix) {
    Audit audit = new Audit();
    records.forEach(Topic.RAW.name(prefix), audit.raw::add);
    records.forEach(Topic.ARTICLES.name(prefix), audit::article);
    records.forEach(Topic.DEAD_LETTERS.name(prefix), audit::deadLetter);
    records.forEach(Topic.STORIES.name(prefix), audit::story);
    records.forEach(Topic.STORY_EVENTS.name(prefix), audit::event);
    audit.checkResults(Instant.now());
    audit.checkStories();
    long withResult = audit.raw.positions().stream().filter(audit.results::containsKey).count();
    return AuditReportBuilder.builder()
        .raw(audit.raw.positions().size())
        .verdicts(withResult - audit.edits - audit.deadLetters)
        .edits(audit.edits)
        .deadLetters(audit.deadLetters)
        .held(audit.held)
        .articles(audit.verdicts.size())
        .stories(audit.stories.size())
        .events(audit.events.values().stream().mapToLong(List::size).sum())
        .faults(List.copyOf(audit.faults))
        .digest(Digest.of(audit.events, audit.verdicts))
        .build();
  }

  private void article(ConsumerRecord<String, byte[]> record) {
    Header origin = record.headers().lastHeader(ArticleVerdict.RAW_HEADER);
    if (origin != null) {
      addResult(origin);
    }
    ArticleVerdict verdict = VERDICT.deserialize(record.topic(), record.value());
    if (verdict == null) {
      verdicts.remove(record.key());
    } else {
      verdicts.put(record.key(), verdict);
    }
  }

  private void deadLetter(ConsumerRecord<String, byte[]> record) {
    addResult(record.headers().lastHeader(DeadLetterHeaders.ORIGIN));
    deadLetters++;
  }

  private void addResult(Header origin) {
    results.merge(new String(origin.value(), StandardCharsets.UTF_8), 1, Integer::sum);
  }

  private void story(ConsumerRecord<String, byte[]> record) {
    Story story = STORY.deserialize(record.topic(), record.value());
    if (story == null) {
      stories.remove(record.key());
      retired.add(record.key());
    } else {
      stories.put(record.key(), story);
    }
  }

  private void event(ConsumerRecord<String, byte[]> record) {
    Header origin = record.headers().lastHeader(ArticleVerdict.RAW_HEADER);
    if (origin != null) {
      addResult(origin); // the first event of an edit
      edits++;
    }
    StoryEvent event = EVENT.deserialize(record.topic(), record.value());
    events.computeIfAbsent(record.key(), id -> new ArrayList<>()).add(event);
  }

  private void checkResults(Instant now) {
    Set<String> positions = raw.positions();
    for (String position : positions) {
      int count = results.getOrDefault(position, 0);
      if (count == 0 && raw.isHeld(position, now)) {
        held++;
      } else if (count != 1) {
        faults.add(position + " has " + count + " results instead of one");
      }
    }
    results.keySet().stream()
        .filter(position -> !positions.contains(position))
        .sorted()
        .forEach(
            position ->
                faults.add("a result names the raw record " + position + ", which does not exist"));
  }

  private void checkStories() {
    Map<String, Set<String>> members = new HashMap<>();
    events.forEach(
        (id, history) -> {
          StoryMembers fold = new StoryMembers(id);
          for (StoryEvent event : history) {
            try {
              if (!fold.apply(event)) {
                faults.add("story " + id + ": event " + event.seq() + " is duplicated");
              }
            } catch (IllegalArgumentException e) {
              faults.add(e.getMessage());
            }
          }
          members.put(id, Set.copyOf(fold.uris()));
          checkSnapshot(id, fold);
          if (!retired.contains(id)) {
            checkMembers(id, fold);
          }
        });
    verdicts.values().stream()
        .filter(v -> v.storyId() != null)
        .filter(v -> !members.getOrDefault(v.storyId(), Set.of()).contains(v.uri()))
        .forEach(
            v ->
                faults.add(
                    v.uri() + " is in story " + v.storyId() + ", whose events do not list it"));
    stories.keySet().stream()
        .filter(id -> !events.containsKey(id))
        .forEach(id -> faults.add("story " + id + " has no events"));
  }

  private void checkMembers(String id, StoryMembers fold) {
    for (String uri : fold.uris()) {
      ArticleVerdict verdict = verdicts.get(uri);
      String storyId = verdict == null ? null : verdict.storyId();
      if (!id.equals(storyId)) {
        faults.add(uri + " is a member of story " + id + "; its verdict names " + storyId);
      }
    }
  }

  private void checkSnapshot(String id, StoryMembers fold) {
    Story story = stories.get(id);
    if (story == null) {
      if (!retired.contains(id)) {
        faults.add("story " + id + " has events but no snapshot");
      }
      return;
    }
    if (story.seq() != fold.seq() || story.status() != fold.status()) {
      faults.add(
          "story %s is %s at seq %d; by its events it is %s at seq %d"
              .formatted(id, story.status(), story.seq(), fold.status(), fold.seq()));
    }
    boolean merged = story.status() == Story.Status.MERGED;
    if (!merged && story.articleCount() != fold.uris().size()) {
      faults.add(
          "story %s counts %d articles; by its events it has %d"
              .formatted(id, story.articleCount(), fold.uris().size()));
    }
  }

  private static <T> Deserializer<T> serde(Class<T> type) {
    return new JsonSerde<>(type).deserializer();
  }
}
