package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict.Status;

/** A decision on a version of an article. {@link VersionRules} makes it. */
sealed interface Decision {

  /** The verdict on the article stays as it is. */
  record Unchanged() implements Decision {}

  /** Another lane has a version that is as new. */
  record Superseded() implements Decision {}

  /** The version has come before, or is older: it is counted, and changes nothing else. */
  record Resend() implements Decision {}

  /** The version is a note to editors, and in no story. */
  record EditorNote() implements Decision {}

  /** The version gets a story. */
  record Assign() implements Decision {}

  /** The version is in no story: it is withheld, replaced or canceled. */
  record Suppress(Status status) implements Decision {}

  /** The version stays where it is and its verdict shows other notices. */
  record Mark() implements Decision {}
}
