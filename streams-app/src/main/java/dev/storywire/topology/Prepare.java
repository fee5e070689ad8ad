package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.EditReader;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.RefusedItemException;
import dev.storywire.story.prepare.Signature;
import dev.storywire.topology.kafka.DeadLetters;
import dev.storywire.topology.stores.EncodedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Converts raw records to prepared articles and edits for their lanes, and sends progress marks to
 * all lanes. Refused records become dead letters.
 */
final class Prepare implements Processor<byte[], byte[], byte[], byte[]> {
  private static final String STAGE = "prepare";

  /**
   * A task with more unread records than this has a backlog. A busy wire sends this many in a few
   * seconds.
   */
  private static final long BACKLOG_RECORDS = 200;

  /**
   * A record with a timestamp further after the service's clock is refused: it would move the clock
   * of its lane, close its stories and make all records after it late.
   */
  private static final Duration MAX_INTO_FUTURE = Duration.ofDays(1);

  private final Preparer preparer;
  private final boolean linksLanes;
  private final SettledEndOffsets ends;
  private final Duration markInterval;
  private final CommitPacer commits;
  private final FlowListener listener;
  private @Nullable ProcessorContext<byte[], byte[]> context;
  private int partition;
  private long latestTime = Long.MIN_VALUE;
  private long nextOffset = -1;
  private PreparedRecord.@Nullable ProgressMark lastMark;

  /** Prepares a version of an item, as {@link Preparation} does; a test can inject faults. */
  @FunctionalInterface
  interface Preparer {
    PreparedArticle prepare(NewsItem item, int version, long eventTime);
  }

  /**
   * Creates a processor.
   *
   * @param linksLanes true if there are other lane partitions that need the signatures of articles
   */
  Prepare(
      Preparer preparer,
      boolean linksLanes,
      SettledEndOffsets ends,
      Duration markInterval,
      CommitPacer commits,
      FlowListener listener) {
    this.commits = commits;
    this.listener = listener;
    this.preparer = preparer;
    this.linksLanes = linksLanes;
    this.ends = ends;
    this.markInterval = markInterval;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.partition = context.taskId().partition();
    // after an aborted transaction the task is initialised again with the same processor
    this.latestTime = Long.MIN_VALUE;
    this.nextOffset = -1;
    this.ends.clear();
    this.lastMark = null;
    context.schedule(markInterval, PunctuationType.WALL_CLOCK_TIME, now -> mark());
    commits.init(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata metadata = requireNonNull(context).recordMetadata().orElseThrow();
    nextOffset = metadata.offset() + 1;
    RawEndOffsets.Reading latest = ends.latest();
    boolean hasBacklog =
        latest.number() > 0 && latest.offsets()[partition] - nextOffset > BACKLOG_RECORDS;
    commits.processed(hasBacklog ? CommitPacer.BACKLOG_MILLIS : 0);
    if (isInFuture(record.timestamp(), latest)) {
      deadLetter(record, metadata, inFuture(record.timestamp(), latest));
      return;
    }
    if (EditReader.isEdit(record.headers())) {
      prepareEdit(record, metadata);
      return;
    }
    latestTime = Math.max(latestTime, record.timestamp());
    NewsItemReader.Result result = NewsItemReader.read(record.value());
    if (result instanceof NewsItemReader.Refused refused) {
      deadLetter(record, metadata, refused.refusal());
    } else if (result instanceof NewsItemReader.Read read) {
      prepare(record, metadata, read);
    }
  }

  private static boolean isInFuture(long time, RawEndOffsets.Reading ends) {
    return ends.number() > 0 && time - ends.at() > MAX_INTO_FUTURE.toMillis();
  }

  private static Refusal inFuture(long time, RawEndOffsets.Reading ends) {
    return new Refusal(
        "date-ahead",
        "The record's timestamp is %s, more than a day ahead of the service's clock, %s."
            .formatted(Instant.ofEpochMilli(time), Instant.ofEpochMilli(ends.at())));
  }

  private void prepare(
      Record<byte[], byte[]> record, RecordMetadata metadata, NewsItemReader.Read read) {
    PreparedArticle article;
    byte[] payload;
    try {
      article = preparer.prepare(read.item(), read.version(), record.timestamp());
      payload = EncodedArticle.of(article).bytes();
    } catch (RefusedItemException e) {
      deadLetter(record, metadata, e.refusal());
      return;
    } catch (RuntimeException e) {
      // preparation is deterministic: a retry would fail too and block the partition
      Failures.log(metadata, read.item().uri(), e);
      deadLetter(record, metadata, Failures.refusal(e));
      return;
    }
    OrderKey orderKey = OrderKey.of(read.item(), read.version(), record.timestamp());
    boolean embargoed = orderKey.orderTime() > record.timestamp();
    PreparedRecord.Article item =
        new PreparedRecord.Article(orderKey, partition, metadata.offset(), embargoed, payload);
    byte @Nullable [] key =
        article.concernsAllLanes() ? null : article.lane().getBytes(StandardCharsets.UTF_8);
    forward(
        new Record<>(key, PreparedRecord.encode(item), record.timestamp()), NodeNames.TO_PREPARED);
    if (linksLanes && key != null) {
      Signature.of(article).ifPresent(signature -> send(signature, key, metadata, record));
    }
  }

  /** Sends a signature to the lane partitions that the article itself is not sent to. */
  private void send(
      Signature signature, byte[] lane, RecordMetadata metadata, Record<byte[], byte[]> record) {
    PreparedRecord.ArticleSignature sent =
        new PreparedRecord.ArticleSignature(
            signature.orderKey(), partition, metadata.offset(), signature.encode());
    forward(
        new Record<>(lane, PreparedRecord.encode(sent), record.timestamp()), NodeNames.TO_PREPARED);
  }

  /** Sends an edit to its lane. Its time does not count as progress of the raw partition. */
  private void prepareEdit(Record<byte[], byte[]> record, RecordMetadata metadata) {
    EditReader.Result result = EditReader.read(record.value());
    if (result instanceof EditReader.Refused refused) {
      deadLetter(record, metadata, refused.refusal());
    } else if (result instanceof EditReader.Read read) {
      OrderKey orderKey = new OrderKey(record.timestamp(), read.edit().id(), 0);
      PreparedRecord.Edit edit =
          new PreparedRecord.Edit(orderKey, partition, metadata.offset(), record.value());
      forward(
          new Record<>(
              read.edit().lane().getBytes(StandardCharsets.UTF_8),
              PreparedRecord.encode(edit),
              record.timestamp()),
          NodeNames.TO_PREPARED);
    }
  }

  private void deadLetter(Record<byte[], byte[]> record, RecordMetadata metadata, Refusal refusal) {
    listener.refused(STAGE, refusal.code());
    forward(DeadLetters.of(record, metadata, STAGE, refusal), NodeNames.TO_DEAD_LETTERS);
  }

  /**
   * Sends a progress mark if there is progress. If everything has been read, the mark has the
   * settled end offsets. A partition with an open transaction does not count as read to its end:
   * records of the transaction in other partitions may be readable already, although those in this
   * partition precede them.
   */
  private void mark() {
    long[] settled = ends.advance() ? ends.settled() : null;
    if (settled == null) {
      return;
    }
    RawEndOffsets.Reading newest = ends.newest();
    boolean isReadToEnd =
        Math.max(nextOffset, newest.read()[partition]) >= newest.appended()[partition];
    PreparedRecord.ProgressMark mark =
        new PreparedRecord.ProgressMark(partition, latestTime, isReadToEnd ? settled : new long[0]);
    if (hasProgress(mark)) {
      lastMark = mark;
      commits.written();
      forward(
          new Record<>(null, PreparedRecord.encode(mark), Math.max(0, latestTime)),
          NodeNames.TO_PREPARED);
    }
  }

  private boolean hasProgress(PreparedRecord.ProgressMark mark) {
    PreparedRecord.ProgressMark last = lastMark;
    return last == null
        || last.time() != mark.time()
        || (mark.endOffsetsRead().length > 0
            && !Arrays.equals(last.endOffsetsRead(), mark.endOffsetsRead()));
  }

  private void forward(Record<byte @Nullable [], byte[]> record, String node) {
    requireNonNull(context).forward(record, node);
  }
}
