package dev.storywire.producer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.send.RecordingWriter;
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
  private final RecordingWriter writer = new RecordingWriter();
  private DropDirectory drop;

  @BeforeEach
  void watch() {
    drop = new DropDirectory(folder, Duration.ofSeconds(1), store(), Clock.systemUTC());
  }

  @Test
  void readsACompleteFileOnce() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens\n\nIt reopened on Monday.");

    drop.poll(writer);
    assertThat(writer.items).as("may still be growing").isEmpty();
    drop.poll(writer);
    drop.poll(writer);
    assertThat(writer.items).hasSize(1);
    assertThat(drop.counts().status().added()).isEqualTo(1);
  }

  @Test
  void waitsWhileAFileGrowsOrHasATemporaryName() throws IOException {
    Path growing = folder.resolve("a.txt");
    for (String text :
        new String[] {"Harbour", "Harbour reopens\n\nIt", "Harbour reopens\n\nIt did."}) {
      Files.writeString(growing, text);
      Files.writeString(folder.resolve("b.txt.tmp"), "x");
      drop.poll(writer);
      assertThat(writer.items).isEmpty();
    }
    drop.poll(writer);
    assertThat(writer.items).extracting(i -> i.bodies().get(0).value()).containsExactly("It did.");
    Files.move(folder.resolve("b.txt.tmp"), folder.resolve("b.txt"));
    drop.poll(writer);
    drop.poll(writer);
    assertThat(writer.items).hasSize(2);
  }

  @Test
  void doesNotReadAFileAgainAfterARestart() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens");
    drop.poll(writer);
    drop.poll(writer);
    watch();
    drop.poll(writer);
    drop.poll(writer);

    assertThat(writer.items).hasSize(1);
  }

  @Test
  void sendsAnOverwrittenFileAsTheNextVersion() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens");
    drop.poll(writer);
    drop.poll(writer);
    Files.writeString(folder.resolve("a.txt"), "Harbour reopens after two weeks");
    drop.poll(writer);
    drop.poll(writer);

    assertThat(writer.items).extracting(NewsItem::version).containsExactly(null, "2");
  }

  @Test
  void countsUnreadableDirectories() throws IOException {
    Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1});
    drop.poll(writer);
    drop.poll(writer);
    drop.poll(writer);

    assertThat(drop.counts().status().refused()).isEqualTo(1);
  }

  private SeenItemsStore store() {
    return new SeenItemsStore(state);
  }
}
