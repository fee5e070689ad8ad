package dev.storywire.story;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Refusal;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private @Nullable SortedSet<String> ownLanes;

  /**
   * Creates a partition. A lane is opened when its first article arrives.
   *
   * @param isDecidedHere tests if a lane, by name, belongs to this partition
   */
  public LanePartition(
      LaneSettings settings, PartitionStore store, Predicate<String> isDecidedHere) {
    this.settings = settings;
    this.store = store;
    this.isDecidedHere = isDecidedHere;
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
    if (isDecidedHere.test(article.lane())) {
      outputs.addAll(lane(article.lane()).accept(article));
    }
    if (settings.linksLanes() && hasOtherLanes(article.lane())) {
      link(article.lane(), article.uri(), Signature.of(article).orElse(null), outputs);
    }
    return outputs;
  }

  /** Links the stories of this partition to an article that is decided in another one. */
  public List<LaneOutput> linkForeign(Signature foreign) {
    List<LaneOutput> outputs = new ArrayList<>();
    link(foreign.lane(), foreign.uri(), foreign, outputs);
    return outputs;
  }

  private boolean hasOtherLanes(String lane) {
    return ownLanes().size() > (ownLanes().contains(lane) ? 1 : 0);
  }

  private void link(
      String lane, String uri, @Nullable Signature signature, List<LaneOutput> outputs) {
    for (String other : ownLanes()) {
      if (!other.equals(lane)) {
        outputs.addAll(lane(other).linkForeign(uri, signature));
      }
    }
  }

  /** Returns the names of the lanes that this partition decides, in order. */
  private SortedSet<String> ownLanes() {
    SortedSet<String> known = ownLanes;
    if (known == null) {
      known = new TreeSet<>(store.lanes());
      known.removeIf(isDecidedHere.negate());
      ownLanes = known;
    }
    return known;
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

  /** Returns true if a lane has decided a version, also one that is ahead of its clock. */
  private boolean isDecided(String lane, @Nullable ArticleRecord known, OrderKey newer) {
    Long clock = store.clock(lane);
    boolean isKnown =
        known != null && lane.equals(known.lane()) && known.version() >= newer.version();
    return isKnown || (clock != null && clock >= newer.orderTime());
  }

  /** Drops the memory of all lanes, so that they are rebuilt from the store. */
  public void reset() {
    lanes.clear();
    ownLanes = null;
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
    return lanes.computeIfAbsent(
        name,
        key -> {
          ownLanes = null; // it may be new
          return new Lane(key, settings, store.lane(key));
        });
  }
}
