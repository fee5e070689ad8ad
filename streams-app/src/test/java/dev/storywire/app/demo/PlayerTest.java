package dev.storywire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.NewsItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlayerTest {
  private final List<Instant> sent = new ArrayList<>();
  private final Player player = new Player(new Stopping(), 1, Clock.systemUTC());

  @Test
  @Timeout(10)
  void stopsInsteadOfWaitingForTheNextItem() throws InterruptedException {
    SampleDay.Sent first = SampleDay.wire().get(0);
    SampleDay.Sent next = new SampleDay.Sent(first.at().plusSeconds(3_600), first.item());

    player.play(List.of(first, next));

    assertThat(sent).containsExactly(first.at());
  }

  /** Stops the player with the first item, like a signal while it waits for the second. */
  private final class Stopping implements ItemWriter {
    @Override
    public void send(NewsItem item, Instant time, Callback callback) {
      sent.add(time);
      player.stop();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
