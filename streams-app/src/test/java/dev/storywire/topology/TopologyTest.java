package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.state.LaneSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Holds the shape of the topology. A running deployment's state hangs on the names here: a store
 * that is renamed leaves its data behind, and one that moves to another sub-topology is read by
 * other tasks. To change the shape on purpose: keep the old stores' names, write the new
 * description into the file, and say in the release notes whether an instance of the old and one of
 * the new release may run side by side.
 */
class TopologyTest {
  private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");

  @Test
  void theTopologyIsUnchanged() throws IOException {
    FlowSettings settings =
        new FlowSettings(
            "storywire.",
            4,
            4,
            LaneRule.parse("language"),
            LaneSettings.defaults(),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            1);
    RawEndOffsets none =
        () -> new RawEndOffsets.Reading(0, 0, new long[0], new long[0], new long[0]);

    String shape = StorywireTopology.build(settings, none, FlowListener.NONE).describe().toString();

    assertThat(shape.strip()).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8).strip());
  }
}
