package dev.storywire.replay;

import dev.storywire.replay.ReplayLog.Position;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.UndecidedArticles;
import dev.storywire.topology.UndecidedArticles.Article;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;

/**
 * Promotes a finished replay to the live service. First it follows: it copies only records that the
 * live service has decided, in the order of the decisions. When the live service has stopped, both
 * have results for the same records; this is the {@link PromotionPoint}. After that it leads: it
 * copies all new records.
 *
 * <p>The position is written in the same transactions as the records, so that it can be resumed
 * after a crash.
 */
public final class Promotion implements AutoCloseable {
  private static final List<Topic> OUTPUTS =
      List.of(Topic.ARTICLES, Topic.STORIES, Topic.STORY_EVENTS);
  private static final int BATCH = 1_000;

  private final Admin admin;
  private final Map<String, String> client;
  private final Service live;
  private final ReplayName name;
  private final ReplayLog log;
  private final RawWriter copy;
  private final SortedRecords waiting;
  private final UndecidedArticles undecided;
  private final Set<Article> left = new HashSet<>();
  private final long total;
  private List<Long> next;

  /** Another service: the prefix of its topics and its application id. */
  public record Service(String prefix, String applicationId) {
    String topic(Topic topic) {
      return topic.name(prefix);
    }
  }

  /**
   * Starts or resumes a promotion.
   *
   * @param live the live service, whose history was replayed
   * @param directory directory of the replay
   * @throws ReplayException if the replay cannot replace it
   */
  public Promotion(
      Admin admin, Map<String, String> client, Service live, ReplayName name, Path directory) {
    this.admin = admin;
    this.client = client;
    this.live = live;
    this.name = name;
    this.log = new ReplayLog(admin, client, name.prefix());
    PromotionCheck.check(log, name, live.topic(Topic.RAW));
    this.copy = new RawWriter(client, name);
    Position position = log.position();
    this.total = position.total();
    this.next = position.next();
    this.waiting = SortedRecords.open(directory.resolve("following"));
    this.undecided = new UndecidedArticles(admin, client, live.applicationId(), live.prefix());
    waiting.clear();
    resume(position);
  }

  /** Returns the point, if the replay has been promoted. */
  public Optional<PromotionPoint> point() {
    return log.point();
  }

  /** Returns true if the live service has stopped. A kill is detected after ten seconds. */
  public boolean isLiveStopped() {
    return !Reset.isRunning(admin, live.applicationId());
  }

  /**
   * Copies the records that the live service has decided since the last call. While it runs, a
   * decided record waits for earlier undecided ones, which may belong to other lanes.
   *
   * @param stopped true if the live service had stopped before this call
   */
  public void follow(boolean stopped) {
    List<Long> read = TopicRequests.read(admin, live.applicationId(), live.topic(Topic.RAW));
    List<Long> ordered =
        TopicRequests.read(admin, live.applicationId(), live.topic(Topic.PREPARED));
    Set<Article> open = undecided.undecided(ordered);
    // read after the raw topic, so that all decided records have been read
    pull(TopicRequests.read(admin, live.applicationId(), live.topic(Topic.RAW)));
    Predicate<Article> isDecided =
        article -> article.offset() < read.get(article.partition()) && !open.contains(article);
    copyAll(isDecided, !stopped);
    if (stopped) {
      checkNotAhead(read, open);
    }
  }

  /**
   * Copies the records that have arrived, in order. The ends are read twice, because one reading
   * asks the partitions one after another: it may include a record and miss one that was appended
   * before it to another partition. The second reading includes both.
   */
  public void lead() {
    List<Long> arrived = TopicRequests.committedEnds(admin, live.topic(Topic.RAW));
    pull(TopicRequests.ends(admin, live.topic(Topic.RAW)));
    copyUntilLast(article -> article.offset() < arrived.get(article.partition()));
  }

  /**
   * Stores the point. The live service must have stopped, all records that it decided must have
   * been copied, and the replay must have results for them.
   */
  public PromotionPoint storePoint() {
    PromotionPoint point = new PromotionPoint(side(live.prefix()), side(name.prefix()));
    copy.writeEntry(log.entry(point));
    return point;
  }

  private PromotionPoint.Side side(String prefix) {
    Map<String, List<Long>> offsets = new TreeMap<>();
    for (Topic topic : OUTPUTS) {
      offsets.put(topic.name(""), TopicRequests.ends(admin, topic.name(prefix)));
    }
    return new PromotionPoint.Side(prefix, offsets);
  }

  private void resume(Position position) {
    Set<String> known = Set.copyOf(position.left());
    List<Long> from = new ArrayList<>(next);
    for (String place : known) {
      Article article = article(place);
      from.set(article.partition(), Math.min(from.get(article.partition()), article.offset()));
    }
    read(from, next, record -> known.contains(record.position()));
  }

  private void pull(List<Long> to) {
    read(next, to, record -> true);
    next = to;
  }

  private void read(List<Long> from, List<Long> to, Predicate<HistoryRecord> wanted) {
    RawRangeReader.forEach(
        client,
        live.topic(Topic.RAW),
        from,
        to,
        raw -> {
          HistoryRecord record = HistoryRecord.of(raw);
          if (wanted.test(record)) {
            waiting.add(record);
            left.add(article(record.position()));
          }
        });
  }

  private void copyAll(Predicate<Article> mayGo, boolean inOrderOnly) {
    List<HistoryRecord> batch = new ArrayList<>();
    try (SortedRecords.Cursor cursor = waiting.read()) {
      while (cursor.hasNext()) {
        HistoryRecord record = cursor.next();
        if (mayGo.test(article(record.position()))) {
          batch.add(record);
        } else if (inOrderOnly) {
          break;
        }
        if (batch.size() == BATCH) {
          copy(batch);
        }
      }
    }
    if (!batch.isEmpty()) {
      copy(batch);
    }
  }

  /** Copies all records up to the last that has arrived, in order. The rest keeps waiting. */
  private void copyUntilLast(Predicate<Article> hasArrived) {
    List<HistoryRecord> batch = new ArrayList<>();
    List<HistoryRecord> rest = new ArrayList<>();
    try (SortedRecords.Cursor cursor = waiting.read()) {
      while (cursor.hasNext()) {
        HistoryRecord record = cursor.next();
        rest.add(record);
        if (hasArrived.test(article(record.position()))) {
          batch.addAll(rest);
          rest.clear();
        }
        if (batch.size() >= BATCH) {
          copy(batch);
        }
      }
    }
    if (!batch.isEmpty()) {
      copy(batch);
    }
  }

  private void copy(List<HistoryRecord> batch) {
    batch.forEach(record -> left.remove(article(record.position())));
    List<String> places = left.stream().map(a -> a.partition() + "@" + a.offset()).toList();
    copy.copy(batch, log.entry(new Position(total, total, next, places)));
    batch.forEach(waiting::remove);
    batch.clear();
  }

  /** Checks that the live service has decided the whole history that the replay has copied. */
  private void checkNotAhead(List<Long> read, Collection<Article> open) {
    List<Long> until = log.origin().orElseThrow().until();
    long ahead =
        open.stream()
            .filter(a -> a.offset() < until.get(a.partition()) && !left.contains(a))
            .count();
    for (int p = 0; p < until.size(); p++) {
      ahead += Math.max(0, until.get(p) - read.get(p));
    }
    if (ahead > 0) {
      throw new ReplayException(
          "the live service stopped before it had decided %,d records of the replay: start it, and promote when it has caught up"
              .formatted(ahead));
    }
  }

  private static Article article(String place) {
    int at = place.indexOf('@');
    return new Article(
        Integer.parseInt(place.substring(0, at)), Long.parseLong(place.substring(at + 1)));
  }

  @Override
  public void close() {
    undecided.close();
    waiting.close();
    copy.close();
  }
}
