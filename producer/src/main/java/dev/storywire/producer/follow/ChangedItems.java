package dev.storywire.producer.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.producer.formats.Format;
import dev.storywire.producer.formats.item.Sha256;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the new and changed items of one document of a source. An item that was seen before keeps
 * its uri, even if its guid or link has changed. If its content has changed, it is sent with the
 * next version number; otherwise it is not sent.
 */
final class ChangedItems implements ItemSink {
  private static final Logger LOG = LoggerFactory.getLogger(ChangedItems.class);

  /** Fields that do not count as content: identities and times. */
  private static final List<String> NOT_CONTENT =
      List.of("uri", "altIds", "versionCreated", "firstCreated", "contentCreated");

  private final ItemWriter writer;
  private final SeenItems memory;
  private final SourceCounters counts;
  private final Instant now;
  private final String document;
  private @Nullable Refusal documentRefusal;

  private ChangedItems(
      Source document, ItemWriter writer, SeenItems memory, SourceCounters counts, Instant now) {
    this.document = document.name();
    this.writer = writer;
    this.memory = memory;
    this.counts = counts;
    this.now = now;
  }

  /**
   * Reads {@code document} and adds the items that were sent to {@code memory}.
   *
   * @return the reason why the whole document could not be read; empty if it was read
   */
  static Optional<Refusal> take(
      Source document, ItemWriter writer, SeenItems memory, SourceCounters counts, Instant now) {
    ChangedItems intake = new ChangedItems(document, writer, memory, counts, now);
    Format.AUTO.read(document, intake);
    return Optional.ofNullable(intake.documentRefusal);
  }

  @Override
  public void item(NewsItem item, String where) {
    List<String> identities = identities(item);
    String fingerprint = fingerprint(item);
    Optional<SeenItems.SentItem> before = memory.find(identities);
    if (before.isEmpty()) {
      int version = version(item, 1);
      SeenItems.SentItem known =
          new SeenItems.SentItem(item.uri(), version, item.versionCreated(), fingerprint);
      send(item, known, identities, where, counts::added);
      return;
    }
    SeenItems.SentItem known = before.get();
    if (known.fingerprint().equals(fingerprint)) {
      counts.unchanged();
      memory.remember(identities, known);
      return;
    }
    Instant own = item.versionCreated();
    boolean dated =
        own != null && (known.versionCreated() == null || own.isAfter(known.versionCreated()));
    SeenItems.SentItem next =
        new SeenItems.SentItem(
            known.uri(), version(item, known.version() + 1), dated ? own : now, fingerprint);
    send(revision(item, next), next, identities, where, counts::revised);
  }

  @Override
  public void refused(Refusal refusal, String where) {
    if (refusal.code().equals("no-items")) {
      return; // a feed without entries is valid
    }
    if (where.equals(document)) {
      documentRefusal = refusal;
    } else if (memory.isFirstRefusal(refusal.code() + " " + refusal.reason())) {
      counts.refused();
      LOG.warn("{}: refused ({}): {}", where, refusal.code(), refusal.reason());
    }
  }

  /** Logs a repair. Refuses a truncated document, so that it is fetched again. */
  @Override
  public void repaired(DocumentRepair repair, String where) throws RefusedException {
    if (repair.kind() == DocumentRepair.Kind.TRUNCATED) {
      throw new RefusedException(repair.kind().code(), repair.detail());
    }
    if (memory.isFirstRefusal(repair.kind().code() + " " + repair.detail())) {
      LOG.warn("{}: repaired ({}): {}", where, repair.kind().code(), repair.detail());
    }
  }

  private void send(
      NewsItem item,
      SeenItems.SentItem known,
      List<String> identities,
      String where,
      Runnable counted) {
    // a refused item is remembered too, since it would be refused again
    memory.remember(identities, known);
    writer.send(item, now, refusal -> count(refusal, where, counted));
  }

  private void count(@Nullable Refusal refusal, String where, Runnable counted) {
    if (refusal == null) {
      counted.run();
    } else {
      counts.refused();
      LOG.warn("{}: refused ({}): {}", where, refusal.code(), refusal.reason());
    }
  }

  private static List<String> identities(NewsItem item) {
    List<String> identities = new ArrayList<>();
    identities.add(item.uri());
    for (NewsItem.AltId id : item.altIds()) {
      if ("guid".equals(id.role()) || "url".equals(id.role())) {
        identities.add(id.role() + " " + id.value());
      }
    }
    return identities;
  }

  private static String fingerprint(NewsItem item) {
    ObjectNode content = Json.mapper().valueToTree(item);
    return Sha256.hex(content.without(NOT_CONTENT).toString());
  }

  /** Returns the version of the item, or {@code otherwise} if it has none. */
  private static int version(NewsItem item, int otherwise) {
    String own = item.version();
    return own != null && own.matches("[0-9]{1,9}|1[0-9]{9}") ? Integer.parseInt(own) : otherwise;
  }

  private static NewsItem revision(NewsItem item, SeenItems.SentItem next) {
    ObjectNode revised = Json.mapper().valueToTree(item);
    revised.put("uri", next.uri()).put("version", Integer.toString(next.version()));
    revised.put("versionCreated", String.valueOf(next.versionCreated()));
    try {
      return Json.mapper().treeToValue(revised, NewsItem.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a serialised item must be readable", e);
    }
  }
}
