package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict.Status;

/** A decision on a version of an article. {@link VersionRules} makes it. */
sealed interface Decision {

  /** The verdict on the article stays as it is. */
  record Unchanged() implements Decision {}

  /** Another lane has this version or a newer one. */
  record Superseded() implements Decision {}

  /** The version arrived before, or is older. It is counted and changes nothing else. */
  record Resend() implements Decision {}

  /** The version is a note to editors, which belongs to no story. */
  record EditorNote() implements Decision {}

  /** The version gets a story. */
  record Assign() implements Decision {}

  /** The version is in no story: it is withheld, replaced or canceled. */
  record Suppress(Status status) implements Decision {}

  /** The version stays in its story, and its verdict shows other notices. */
  record Mark() implements Decision {}
}
