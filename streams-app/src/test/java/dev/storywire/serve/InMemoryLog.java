package dev.storywire.serve;

import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.topics.EventLog;
import dev.storywire.serve.topics.LogPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A log of story events in memory, with two partitions. */
final class InMemoryLog implements EventLog {
  private static final int BATCH = 3;

  private final List<List<StoryEvent>> partitions = List.of(new ArrayList<>(), new ArrayList<>());
  private final AtomicInteger readers = new AtomicInteger();
  private long deletedBefore;

  synchronized void append(StoryEvent event) {
    partitions.get(Math.floorMod(event.storyId().hashCode(), 2)).add(event);
    notifyAll();
  }

  /** Makes positions with an offset below this one unreadable. */
  synchronized void deleteBefore(long offset) {
    deletedBefore = offset;
  }

  /** Returns the number of open readers. */
  int readers() {
    return readers.get();
  }

  @Override
  public Reader atBeginning() {
    return new ListReader(0, 0);
  }

  @Override
  public synchronized Reader atEnd() {
    return new ListReader(partitions.get(0).size(), partitions.get(1).size());
  }

  @Override
  public synchronized Reader at(LogPosition position) {
    List<Long> offsets = position.offsets();
    if (offsets.size() != 2) {
      throw new IllegalArgumentException("it has another number of partitions");
    }
    for (int i = 0; i < 2; i++) {
      if (offsets.get(i) > partitions.get(i).size()) {
        throw new IllegalArgumentException("it is after the end");
      }
      if (offsets.get(i) < deletedBefore) {
        throw new EventsDeletedException("Events have been deleted.");
      }
    }
    return new ListReader(offsets.get(0).intValue(), offsets.get(1).intValue());
  }

  private final class ListReader implements Reader {
    private final int[] next;

    ListReader(int... next) {
      this.next = next;
      readers.incrementAndGet();
    }

    @Override
    public LogPosition position() {
      return new LogPosition(List.of((long) next[0], (long) next[1]));
    }

    @Override
    public List<LoggedEvent> poll(Duration atMost) {
      synchronized (InMemoryLog.this) {
        List<LoggedEvent> events = take();
        if (events.isEmpty()) {
          try {
            InMemoryLog.this.wait(Math.min(50, atMost.toMillis()));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          events = take();
        }
        return events;
      }
    }

    private List<LoggedEvent> take() {
      List<LoggedEvent> events = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        List<StoryEvent> partition = partitions.get(i);
        while (next[i] < partition.size() && events.size() < BATCH * (i + 1)) {
          StoryEvent event = partition.get(next[i]++);
          events.add(new LoggedEvent(position(), Instant.now(), event));
        }
      }
      return events;
    }

    @Override
    public void close() {
      readers.decrementAndGet();
    }
  }
}
