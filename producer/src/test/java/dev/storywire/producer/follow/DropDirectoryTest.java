package dev.storywire.producer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.send.Received;
import dev.storywire.schemas.NewsItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropDirectoryTest {
  @TempDir Path folder;
  @TempDir Path state;
  private final Received outlet = new Received();
  private DropDirectory drop;

  @BeforeEach
  void watch() {
    drop = new DropDirectory(folder, Duration.ofSeconds(1), store(), Clock.systemUTC());
  }

  @Test
  void takesACompleteFileOnce() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens\n\nIt reopened on Monday.");

    drop.look(outlet);
    assertThat(outlet.items).as("may still be growing").isEmpty();
    drop.look(outlet);
    drop.look(outlet);
    assertThat(outlet.items).hasSize(1);
    assertThat(drop.counts().status().added()).isEqualTo(1);
  }

  @Test
  void waitsWhileAFileGrowsOrHasATemporaryName() throws IOException {
    Path growing = folder.resolve("a.txt");
    for (String text :
        new String[] {"Harbour", "Harbour reopens\n\nIt", "Harbour reopens\n\nIt did."}) {
      Files.writeString(growing, text);
      Files.writeString(folder.resolve("b.txt.tmp"), "x");
      drop.look(outlet);
      assertThat(outlet.items).isEmpty();
    }
    drop.look(outlet);
    assertThat(outlet.items).extracting(i -> i.bodies().get(0).value()).containsExactly("It did.");
    Files.move(folder.resolve("b.txt.tmp"), folder.resolve("b.txt"));
    drop.look(outlet);
    drop.look(outlet);
    assertThat(outlet.items).hasSize(2);
  }

  @Test
  void doesNotTakeAFileAgainAfterARestart() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens");
    drop.look(outlet);
    drop.look(outlet);
    watch();
    drop.look(outlet);
    drop.look(outlet);

    assertThat(outlet.items).hasSize(1);
  }

  @Test
  void sendsAnOverwrittenFileAsTheNextVersion() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens");
    drop.look(outlet);
    drop.look(outlet);
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens after two weeks");
    drop.look(outlet);
    drop.look(outlet);

    assertThat(outlet.items).extracting(NewsItem::version).containsExactly(null, "2");
  }

  @Test
  void countsWhatItCannotRead() throws IOException {
    Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1});
    drop.look(outlet);
    drop.look(outlet);
    drop.look(outlet);

    assertThat(drop.counts().status().refused()).isEqualTo(1);
  }

  private SeenItemsStore store() {
    return new SeenItemsStore(state);
  }
}
