package dev.storywire.producer.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.producer.formats.Format;
import dev.storywire.producer.formats.item.Sha256;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Repair;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.send.Outlet;
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
 * Takes what is new in one document of a source. An item seen before keeps its uri, whatever guid
 * or link it has now; if it says something else, it goes out under the next version; if not, it
 * does not go out.
 */
final class ItemIntake implements ItemSink {
  private static final Logger LOG = LoggerFactory.getLogger(ItemIntake.class);

  /** Identities and times: they may change while the item says the same. */
  private static final List<String> NOT_SAID =
      List.of("uri", "altIds", "versionCreated", "firstCreated", "contentCreated");

  private final Outlet outlet;
  private final SeenItems memory;
  private final SourceCounts counts;
  private final Instant now;
  private final String document;
  private @Nullable Refusal whole;

  private ItemIntake(
      Source document, Outlet outlet, SeenItems memory, SourceCounts counts, Instant now) {
    this.document = document.name();
    this.outlet = outlet;
    this.memory = memory;
    this.counts = counts;
    this.now = now;
  }

  /**
   * Reads {@code document}; {@code memory} learns what was sent.
   *
   * @return why the document as a whole could not be read; empty if it could
   */
  static Optional<Refusal> take(
      Source document, Outlet outlet, SeenItems memory, SourceCounts counts, Instant now) {
    ItemIntake intake = new ItemIntake(document, outlet, memory, counts, now);
    Format.AUTO.read(document, intake);
    return Optional.ofNullable(intake.whole);
  }

  @Override
  public void item(NewsItem item, String where) {
    List<String> identities = identities(item);
    String fingerprint = fingerprint(item);
    Optional<SeenItems.Known> before = memory.find(identities);
    if (before.isEmpty()) {
      int version = version(item, 1);
      SeenItems.Known known =
          new SeenItems.Known(item.uri(), version, item.versionCreated(), fingerprint);
      send(item, known, identities, where, counts::added);
      return;
    }
    SeenItems.Known known = before.get();
    if (known.fingerprint().equals(fingerprint)) {
      counts.unchanged();
      memory.remember(identities, known);
      return;
    }
    Instant own = item.versionCreated();
    boolean dated =
        own != null && (known.versionCreated() == null || own.isAfter(known.versionCreated()));
    SeenItems.Known next =
        new SeenItems.Known(
            known.uri(), version(item, known.version() + 1), dated ? own : now, fingerprint);
    send(revision(item, next), next, identities, where, counts::revised);
  }

  @Override
  public void refused(Refusal refusal, String where) {
    if (refusal.code().equals("no-items")) {
      return; // a feed on a quiet day
    }
    if (where.equals(document)) {
      whole = refusal;
    } else if (memory.firstRefusal(refusal.code() + " " + refusal.reason())) {
      counts.refused();
      LOG.warn("{}: refused ({}): {}", where, refusal.code(), refusal.reason());
    }
  }

  /**
   * Logs a repair. Refuses a document that is cut off: the server is asked again for the whole, and
   * the half is not remembered as read.
   */
  @Override
  public void repaired(Repair repair, String where) throws RefusedException {
    if (repair.kind() == Repair.Kind.TRUNCATED) {
      throw new RefusedException("bad-xml", repair.detail());
    }
    if (memory.firstRefusal(repair.kind().code() + " " + repair.detail())) {
      LOG.warn("{}: repaired ({}): {}", where, repair.kind().code(), repair.detail());
    }
  }

  private void send(
      NewsItem item,
      SeenItems.Known known,
      List<String> identities,
      String where,
      Runnable counted) {
    // remembered even if refused: it would be refused again
    memory.remember(identities, known);
    outlet.send(item, now, refusal -> receipt(refusal, where, counted));
  }

  private void receipt(@Nullable Refusal refusal, String where, Runnable counted) {
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
    ObjectNode said = Json.mapper().valueToTree(item);
    return Sha256.hex(said.without(NOT_SAID).toString());
  }

  /** The item's own version number, or {@code otherwise}. */
  private static int version(NewsItem item, int otherwise) {
    String own = item.version();
    return own != null && own.matches("[0-9]{1,9}|1[0-9]{9}") ? Integer.parseInt(own) : otherwise;
  }

  private static NewsItem revision(NewsItem item, SeenItems.Known next) {
    ObjectNode revised = Json.mapper().valueToTree(item);
    revised.put("uri", next.uri()).put("version", Integer.toString(next.version()));
    revised.put("versionCreated", String.valueOf(next.versionCreated()));
    try {
      return Json.mapper().treeToValue(revised, NewsItem.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an item that was written can be read", e);
    }
  }
}
