package dev.storywire.serve.query;

import dev.storywire.schemas.Edit;

/** Receives edits of editors. */
public interface EditIntake {
  /**
   * Stores an edit. The lane decides it later.
   *
   * @throws NotReadyException if it could not be stored
   */
  void take(Edit edit);
}
