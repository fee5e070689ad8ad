package dev.storywire.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.StoryEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * SHA-256 over the results of a run in a canonical order: the events of each story by story id and
 * seq, then the latest verdict of each article by uri. Runs with equal digests made the same
 * stories, event for event.
 */
public final class Digest {
  private final MessageDigest sha;

  private Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns the digest of the events of all stories and the latest verdicts of all articles. */
  public static String of(
      SortedMap<String, List<StoryEvent>> events, SortedMap<String, ArticleVerdict> verdicts) {
    Digest digest = new Digest();
    events.values().forEach(story -> story.forEach(digest::add));
    verdicts.values().forEach(digest::add);
    return HexFormat.of().formatHex(digest.sha.digest());
  }

  private void add(Object value) {
    try {
      sha.update(Json.mapper().writeValueAsBytes(value));
      sha.update((byte) '\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
