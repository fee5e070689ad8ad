package dev.storywire.replay;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** A history from a raw topic: its records at the start of the replay. */
public final class TopicHistory implements HistorySource {
  private final Admin admin;
  private final Map<String, String> client;
  private final String topic;
  private final List<Long> until;

  /** Creates a history of the records of a topic up to these offsets. */
  public TopicHistory(Admin admin, Map<String, String> client, String topic, List<Long> until) {
    this.admin = admin;
    this.client = client;
    this.topic = topic;
    this.until = List.copyOf(until);
  }

  /**
   * Returns the current end offsets of a topic.
   *
   * @throws ReplayException if it does not exist
   */
  public static List<Long> ends(Admin admin, String topic) {
    List<Long> ends = TopicRequests.ends(admin, topic);
    if (ends.isEmpty()) {
      throw new ReplayException("there is no topic " + topic + " to replay");
    }
    return ends;
  }

  @Override
  public void forEach(Consumer<HistoryRecord> reader) {
    List<Long> beginnings = TopicRequests.beginnings(admin, topic);
    RawRangeReader.forEach(
        client, topic, beginnings, until, record -> reader.accept(HistoryRecord.of(record)));
  }
}
