package dev.storywire.story;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.link.LinkMemory;
import dev.storywire.story.link.SignatureMatch;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.PartitionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of one partition, and the protocol by which lanes share an article.
 *
 * <p>An article belongs to the lane of its newest version. Records that concern several lanes are
 * sent to every partition: each lane that has an older version drops it, and each article that an
 * advisory names is decided again in the lane that has it.
 *
 * <p>Partitions advance independently. A lane that is behind may publish its verdict on an older
 * version after the other lane's verdict on the newer one, and the compacted topic keeps the last
 * record. So the lane that drops an article sends a hand-over after its last verdict, and the lane
 * that receives it publishes its own verdict again. A partition that does not know the article
 * sends one as well: the article may have expired there.
 */
public final class LanePartition {
  private final LaneSettings settings;
  private final PartitionStore store;
  private final Predicate<String> isDecidedHere;
  private final Map<String, Lane> lanes = new TreeMap<>();
  private LinkMemory links;

  /**
   * Creates a partition. A lane is opened when its first article arrives.
   *
   * @param isDecidedHere tests, by name, if a lane belongs to this partition
   */
  public LanePartition(
      LaneSettings settings, PartitionStore store, Predicate<String> isDecidedHere) {
    this.settings = settings;
    this.store = store;
    this.isDecidedHere = isDecidedHere;
    this.links = new LinkMemory(store.signatures());
  }

  /**
   * Decides an article whose lane is in this partition. If the lane is in another one, applies only
   * the effects on the lanes of this partition.
   */
  public List<LaneOutput> accept(PreparedArticle article, OrderKey orderKey) {
    List<LaneOutput> outputs = new ArrayList<>();
    dropOlderVersion(article, orderKey, outputs);
    for (Advisory advisory : article.advisories()) {
      if (advisory.uri() != null) { // an advisory in words is resolved in its own lane
        ArticleRecord known = store.article(advisory.uri());
        String lane = known == null || known.lane() == null ? article.lane() : known.lane();
        outputs.addAll(lane(lane).applyAdvisory(advisory, article));
      }
    }
    Optional<Signature> signature = signature(article);
    List<SignatureMatch> matches = signature.map(links::add).orElse(List.of());
    if (isDecidedHere.test(article.lane())) {
      outputs.addAll(lane(article.lane()).accept(article, matches));
    }
    signature.ifPresent(own -> outputs.addAll(linkOtherLanes(own, matches)));
    return outputs;
  }

  /**
   * Returns the signature of an article. Empty if stories are not linked or the article has no
   * signature; an earlier signature of the article is then removed.
   */
  private Optional<Signature> signature(PreparedArticle article) {
    Optional<Signature> signature =
        settings.linksLanes() && links.accepts(article.lane())
            ? Signature.of(article)
            : Optional.empty();
    if (signature.isEmpty()) {
      links.remove(article.uri());
    }
    return signature;
  }

  /** Links the stories of this partition to an article that is decided in another one. */
  public List<LaneOutput> linkToOtherPartition(Signature other) {
    if (!links.accepts(other.lane())) {
      links.remove(other.uri());
      return List.of();
    }
    return linkOtherLanes(other, links.add(other));
  }

  /** Links the stories of the other lanes of this partition to an article. */
  private List<LaneOutput> linkOtherLanes(Signature article, List<SignatureMatch> matches) {
    Map<String, List<SignatureMatch>> byLane = new TreeMap<>();
    for (SignatureMatch match : matches) {
      String other = match.other().lane();
      if (isDecidedHere.test(other)) {
        byLane.computeIfAbsent(other, unseen -> new ArrayList<>()).add(match);
      }
    }
    List<LaneOutput> outputs = new ArrayList<>();
    byLane.forEach((other, found) -> outputs.addAll(lane(other).linkToOtherLane(article, found)));
    return outputs;
  }

  /** Applies an edit of a lane that is decided in this partition. */
  public List<LaneOutput> applyEdit(Edit edit) {
    return store.clock(edit.lane()) == null
        ? List.of(
            new LaneOutput.EditRefused(
                new Refusal("unknown-lane", "There is no lane %s.".formatted(edit.lane()))))
        : lane(edit.lane()).applyEdit(edit);
  }

  /**
   * Takes over an article from a lane that has dropped it: publishes the verdict on it again, after
   * the last verdict of that lane.
   *
   * @param lane the lane of the newer version
   * @param newer the order key of the newer version
   */
  public List<LaneOutput> takeOver(String lane, OrderKey newer) {
    ArticleRecord known = store.article(newer.uri());
    if (!isDecided(lane, known, newer)) {
      return List.of(); // the verdict on the newer version will follow
    }
    if (known != null && known.verdict() != null) {
      return List.of(new LaneOutput.Verdict(known.verdict(), false));
    }
    if (known != null && known.lane() != null) {
      return handOver(known.lane(), newer);
    }
    return List.of(new LaneOutput.ArticleExpired(newer.uri()));
  }

  /** Returns true if a lane has decided a version, even one that is ahead of its clock. */
  private boolean isDecided(String lane, @Nullable ArticleRecord known, OrderKey newer) {
    Long clock = store.clock(lane);
    boolean isKnown =
        known != null && lane.equals(known.lane()) && known.version() >= newer.version();
    return isKnown || (clock != null && clock >= newer.orderTime());
  }

  /** Drops the memory of all lanes, so that they are rebuilt from the store. */
  public void reset() {
    lanes.clear();
    links = new LinkMemory(store.signatures());
  }

  private void dropOlderVersion(
      PreparedArticle article, OrderKey orderKey, List<LaneOutput> outputs) {
    if (!article.concernsAllLanes()) {
      return;
    }
    ArticleRecord known = store.article(article.uri());
    if (known != null && known.lane() != null && !known.lane().equals(article.lane())) {
      outputs.addAll(lane(known.lane()).dropOlderVersion(article));
      if (known.verdict() != null && known.version() < article.version()) {
        outputs.addAll(handOver(article.lane(), orderKey));
      }
    } else if (known == null && !isDecidedHere.test(article.lane())) {
      outputs.addAll(lane(article.lane()).dropOlderVersion(article));
      if (article.version() > 1) { // an older one may have expired here after this one was decided
        outputs.addAll(handOver(article.lane(), orderKey));
      }
    }
  }

  private List<LaneOutput> handOver(String lane, OrderKey newer) {
    return isDecidedHere.test(lane) ? List.of() : List.of(new LaneOutput.HandOver(lane, newer));
  }

  private Lane lane(String name) {
    return lanes.computeIfAbsent(name, key -> new Lane(key, settings, store.lane(key)));
  }
}
