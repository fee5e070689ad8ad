package dev.storywire.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.story.Lane;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.topology.stores.EncodedArticle;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures the processor time of each step of an article in one thread, and the size of its content
 * record, without Kafka and with the store on the heap. Unlike a rate it hardly depends on other
 * load on the machine.
 */
final class InMemoryRun {
  /** A step of an article, in order. */
  private enum Step {
    READ("read the raw item"),
    PREPARE("prepare"),
    ENCODE("encode the prepared article"),
    DECODE("decode the prepared article"),
    DECIDE("decide in the lane"),
    WRITE("write the results as JSON");

    private final String label;

    Step(String label) {
      this.label = label;
    }
  }

  private static final int WARM_UP = 20_000;
  private static final int FIRST_REMEMBERED = 1_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Preparation preparation = new Preparation(LaneRule.parse("language"));
  private final Lane lane;
  private final Map<Step, Long> nanos = new EnumMap<>(Step.class);
  private long stepStart;
  private long contentBytes;

  private InMemoryRun(LaneSettings settings) {
    this.lane = new Lane("en", settings, new InMemoryLaneStore());
  }

  /** Runs the generated articles and prints the mean times over the second half of them. */
  static void print(Workload workload, long seed, PrintWriter out) {
    InMemoryRun run = new InMemoryRun(LaneSettings.defaults());
    int warmUp = workload.articles() / 2;
    int measured = workload.articles() - warmUp;
    Iterator<NewsItem> items = workload.wire(seed).articles(workload.articles()).iterator();
    for (int i = 0; items.hasNext(); i++) {
      if (i == warmUp) {
        run.nanos.clear();
        run.contentBytes = 0;
      }
      run.process(items.next());
    }
    out.printf("%s: processor time of an article in memory, one thread, µs%n", workload.name());
    run.nanos.forEach(
        (step, time) -> out.printf("  %8.1f  %s%n", time / 1000.0 / measured, step.label));
    out.printf("  %,8d  bytes of the content record%n", run.contentBytes / measured);
    out.flush();
  }

  /**
   * Prints how long a decision takes with 1,000, 10,000 and more remembered articles: the mean over
   * the last tenth of them. Another lane decides {@value #WARM_UP} articles first. No article
   * expires.
   */
  static void printGrowth(Workload workload, long seed, PrintWriter out) {
    InMemoryRun warmUp = new InMemoryRun(LaneSettings.defaults());
    workload.wire(seed + 1).articles(WARM_UP).forEach(warmUp::process);

    out.printf("%s: processor time of a decision, one thread, µs%n", workload.name());
    LaneSettings defaults = LaneSettings.defaults();
    InMemoryRun run =
        new InMemoryRun(
            new LaneSettings(
                defaults.closeAfter(),
                GeneratedWire.span(workload.articles()).plus(defaults.remember()),
                defaults.withdrawCopies(),
                defaults.linksLanes()));
    Iterator<NewsItem> items = workload.wire(seed).articles(workload.articles()).iterator();
    int remembered = FIRST_REMEMBERED;
    for (int i = 1; items.hasNext(); i++) {
      run.process(items.next());
      if (i == remembered - remembered / 10) {
        run.nanos.clear();
      } else if (i == remembered) {
        double micros = run.nanos.getOrDefault(Step.DECIDE, 0L) / 100.0 / remembered;
        out.printf("  %8.1f  with %,d remembered articles%n", micros, remembered);
        out.flush();
        remembered *= 10;
      }
    }
  }

  private void process(NewsItem item) {
    byte[] raw = json(item);
    long eventTime = Objects.requireNonNull(item.versionCreated()).toEpochMilli();
    stepStart = threads.getCurrentThreadCpuTime();
    NewsItemReader.Read read = (NewsItemReader.Read) NewsItemReader.read(raw);
    end(Step.READ);
    PreparedArticle prepared = preparation.prepare(read.item(), read.version(), eventTime);
    end(Step.PREPARE);
    byte[] payload = EncodedArticle.of(prepared).bytes();
    end(Step.ENCODE);
    contentBytes += payload.length;
    PreparedArticle decoded = EncodedArticle.of(payload).article();
    end(Step.DECODE);
    List<LaneOutput> outputs = lane.accept(decoded);
    end(Step.DECIDE);
    outputs.forEach(InMemoryRun::write);
    end(Step.WRITE);
  }

  private static void write(LaneOutput output) {
    if (output instanceof LaneOutput.Verdict verdict) {
      var unused = json(verdict.verdict());
    } else if (output instanceof LaneOutput.Event event) {
      var unused = json(event.event());
    } else if (output instanceof LaneOutput.Snapshot snapshot) {
      var unused = json(snapshot.story());
    }
  }

  private void end(Step step) {
    long now = threads.getCurrentThreadCpuTime();
    nanos.merge(step, now - stepStart, Long::sum);
    stepStart = now;
  }

  private static byte[] json(Object value) {
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A generated article cannot be written", e);
    }
  }
}
