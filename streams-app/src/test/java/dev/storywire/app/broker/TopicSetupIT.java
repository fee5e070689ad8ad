package dev.storywire.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TopicSetupIT {
  @TempDir static Path directory;
  private static EmbeddedBroker broker;
  private static Admin admin;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(directory, 0);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void createsMissingTopicsAndAcceptsThem() {
    TopicSetup setup =
        new TopicSetup("fresh.", Optional.empty(), Map.of(Topic.RAW, 2, Topic.PREPARED, 3));
    assertThat(setup.inspect(admin)).noneMatch(TopicState::exists);

    assertThat(setup.ensure(admin)).isEmpty();

    assertThat(setup.create(admin)).isEmpty();
    assertThat(setup.inspect(admin))
        .hasSize(Topic.values().length)
        .allMatch(state -> state.verdict().equals("ok"))
        .extracting(TopicState::name, TopicState::partitions)
        .contains(tuple("fresh.raw", 2), tuple("fresh.prepared", 3), tuple("fresh.stories", 4));
  }

  @Test
  void refusesATopicWithWrongSettings() throws Exception {
    NewTopic stories =
        new NewTopic("wrong.stories", 4, (short) 1).configs(Map.of("cleanup.policy", "delete"));
    admin.createTopics(List.of(stories)).all().get();

    assertThatThrownBy(() -> TopicSetup.of("wrong.").ensure(admin))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("wrong.stories: cleanup.policy is delete, should be compact");
  }
}
