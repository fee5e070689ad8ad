package dev.storywire.story.state;

import java.util.List;

/** The stored signatures of the recent articles of all lanes, as a partition has seen them. */
public interface SignatureStore {
  /** Stores the signature of an article, in place of the older one of its uri. */
  void put(String uri, byte[] signature);

  /** Deletes the signature of an article. */
  void delete(String uri);

  /** Returns all signatures, in any order. */
  List<byte[]> all();
}
