package dev.storywire.serve;

import dev.storywire.serve.topics.ArticleVersions;
import dev.storywire.serve.topics.DeadLetter;
import dev.storywire.serve.topics.DeadLetterLog;
import dev.storywire.serve.topics.LogPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dead letters, in one partition, and versions of articles in memory, which a test publishes. */
public final class InMemoryTopics implements DeadLetterLog, ArticleVersions {
  private final List<Refused> letters = new CopyOnWriteArrayList<>();
  private final Map<String, List<VersionText>> versions = new ConcurrentHashMap<>();

  public void refuse(Instant at, String key, String code, String reason, String value) {
    refuse(at, key, "prepare", code, reason, value);
  }

  public void refuse(
      Instant at, String key, String stage, String code, String reason, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int offset = letters.size();
    letters.add(
        new Refused(
            new DeadLetter(
                "0-" + offset,
                at,
                key,
                stage,
                code,
                reason,
                "storywire.raw-2@" + (100 + offset),
                "0-test",
                bytes.length),
            bytes));
  }

  public void addVersion(String uri, VersionText version) {
    versions.computeIfAbsent(uri, key -> new CopyOnWriteArrayList<>()).add(version);
  }

  @Override
  public Page page(Query query) {
    LogPosition before = query.before();
    int from = before == null ? letters.size() : before.offsets().get(0).intValue();
    if (from > letters.size()) {
      throw new IllegalArgumentException("it is after the end");
    }
    List<DeadLetter> page = new ArrayList<>();
    int at = from;
    while (at > 0 && page.size() < query.limit()) {
      DeadLetter letter = letters.get(--at).letter();
      if (query.matches(letter)) {
        page.add(letter);
      }
    }
    return new Page(page, at > 0 ? new LogPosition(List.of((long) at)) : null);
  }

  @Override
  public Optional<Refused> find(String id) {
    return letters.stream().filter(refused -> refused.letter().id().equals(id)).findFirst();
  }

  @Override
  public List<VersionText> find(String uri, Collection<Instant> times) {
    return versions.getOrDefault(uri, List.of()).stream()
        .filter(version -> times.contains(version.at()))
        .toList();
  }
}
