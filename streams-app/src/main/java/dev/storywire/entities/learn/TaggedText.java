package dev.storywire.entities.learn;

import dev.storywire.text.TokenizedText;

/** A document with the BIO tag of each of its tokens. */
final class TaggedText {
  private final TokenizedText text;
  private final byte[] tags;

  /** Takes ownership of the tags. */
  TaggedText(TokenizedText text, byte[] tags) {
    this.text = text;
    this.tags = tags;
  }

  TokenizedText text() {
    return text;
  }

  /** Returns the tags, which must not be modified. */
  byte[] tags() {
    return tags;
  }
}
