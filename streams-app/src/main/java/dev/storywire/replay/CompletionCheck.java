package dev.storywire.replay;

import dev.storywire.schemas.Topic;
import dev.storywire.topology.UndecidedArticles;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Checks whether a service has processed its whole raw topic: all read, nothing waiting. */
public final class CompletionCheck implements AutoCloseable {
  private static final List<Topic> OUTPUTS =
      List.of(Topic.ARTICLES, Topic.STORIES, Topic.STORY_EVENTS, Topic.DEAD_LETTERS);

  private final Admin admin;
  private final String applicationId;
  private final String prefix;
  private final UndecidedArticles undecided;

  /** Observes the service with this application id on the topics under a prefix. */
  public CompletionCheck(
      Admin admin, Map<String, String> client, String applicationId, String prefix) {
    this.admin = admin;
    this.applicationId = applicationId;
    this.prefix = prefix;
    this.undecided = new UndecidedArticles(admin, client, applicationId, prefix);
  }

  /** Returns true if every raw record has a result and a read-committed consumer can see it. */
  public boolean isComplete() {
    return hasRead(Topic.RAW)
        && hasRead(Topic.PREPARED)
        && undecided.held().isEmpty()
        && OUTPUTS.stream().allMatch(this::isReadable);
  }

  private boolean hasRead(Topic topic) {
    List<Long> ends = TopicRequests.ends(admin, topic.name(prefix));
    List<Long> read = TopicRequests.read(admin, applicationId, topic.name(prefix));
    for (int p = 0; p < ends.size(); p++) {
      if (read.get(p) < ends.get(p)) {
        return false;
      }
    }
    return !ends.isEmpty();
  }

  private boolean isReadable(Topic topic) {
    String name = topic.name(prefix);
    return TopicRequests.ends(admin, name).equals(TopicRequests.committedEnds(admin, name));
  }

  @Override
  public void close() {
    undecided.close();
  }
}
