package dev.storywire.serve.api;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Refusal;
import dev.storywire.schemas.Story;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.NotReadyException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds edits that the lane would refuse because of a story or an article that they name. Only the
 * lane can check what depends on earlier edits.
 */
final class EditCheck {
  private final ClusterQueries queries;

  EditCheck(ClusterQueries queries) {
    this.queries = queries;
  }

  /** Returns the refusal of an edit, if it is certain now. */
  Optional<Refusal> refusal(Edit edit) {
    try {
      return Stream.concat(
              stories(edit).stream().map(id -> story(id, edit.lane())),
              articles(edit).stream().map(uri -> article(uri, edit.lane())))
          .flatMap(Optional::stream)
          .findFirst();
    } catch (NotReadyException e) {
      return Optional.empty(); // the lane decides
    }
  }

  private static List<String> stories(Edit edit) {
    if (edit instanceof Edit.Merge merge) {
      return List.of(merge.story(), merge.into());
    } else if (edit instanceof Edit.Split split) {
      return List.of(split.story());
    } else if (edit instanceof Edit.Pin pin) {
      return List.of(pin.story());
    } else if (edit instanceof Edit.Move move && move.story() != null) {
      return List.of(move.story());
    }
    return List.of();
  }

  private static List<String> articles(Edit edit) {
    if (edit instanceof Edit.Split split) {
      return split.articles();
    } else if (edit instanceof Edit.Pin pin) {
      return List.of(pin.article());
    } else if (edit instanceof Edit.Move move) {
      return move.articles();
    }
    return List.of();
  }

  private Optional<Refusal> story(String id, String lane) {
    Optional<Story> story = queries.story(id);
    if (story.isEmpty()) {
      return Optional.of(
          new Refusal(
              "unknown-story",
              "There is no story %s: the id is wrong, or the story has retired.".formatted(id)));
    }
    return otherLane("Story " + id, story.get().lane(), lane);
  }

  private Optional<Refusal> article(String uri, String lane) {
    Optional<ArticleVerdict> verdict = queries.article(uri);
    if (verdict.isEmpty()) {
      return Optional.of(
          new Refusal(
              "unknown-article",
              "There is no article %s: the uri is wrong, or the article has expired."
                  .formatted(uri)));
    }
    return otherLane("Article " + uri, verdict.get().lane(), lane);
  }

  private static Optional<Refusal> otherLane(String what, String lane, String named) {
    return lane.equals(named)
        ? Optional.empty()
        : Optional.of(
            new Refusal("other-lane", "%s is in lane %s, not in %s.".formatted(what, lane, named)));
  }
}
