package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit: the command of an editor who corrects the stories of a lane. It is a record of {@code
 * storywire.raw} whose header {@value #HEADER} is {@value #CONTENT_TYPE}; its key is the id.
 *
 * <p>An edit is decided once, in the order of its lane, by the timestamp of the record and then by
 * id. It has events as its result, or a dead letter.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Edit.Move.class, name = "move"),
  @JsonSubTypes.Type(value = Edit.Split.class, name = "split"),
  @JsonSubTypes.Type(value = Edit.Merge.class, name = "merge"),
  @JsonSubTypes.Type(value = Edit.Pin.class, name = "pin"),
  @JsonSubTypes.Type(value = Edit.Undo.class, name = "undo")
})
public sealed interface Edit {
  /** The header that distinguishes an edit from an item. No feed can set it. */
  String HEADER = "content-type";

  /** The value of the header for an edit. */
  String CONTENT_TYPE = "application/vnd.storywire.edit+json";

  /** Maximum number of articles that an edit names. */
  int MAX_ARTICLES = 50;

  /** Maximum length of an id, a lane and the name of an editor, in chars. */
  int MAX_NAME = 200;

  /** Maximum length of a reason, in chars. */
  int MAX_REASON = 300;

  /** Returns the id of the edit, unique in its lane. */
  String id();

  /** Returns the lane whose stories it changes. */
  String lane();

  /** Returns the editor. */
  String by();

  /** Returns the reason of the editor. Events repeat it, so it should not quote articles. */
  String reason();

  /** Moves articles, with their copies, to a story; to a new one if {@code story} is absent. */
  record Move(
      String id,
      String lane,
      String by,
      String reason,
      List<String> articles,
      @Nullable String story)
      implements Edit {
    /** Replaces an absent list by an empty one. */
    public Move {
      articles = articles == null ? List.of() : List.copyOf(articles);
    }
  }

  /** Moves articles, with their copies, out of a story into a new one. */
  record Split(
      String id, String lane, String by, String reason, String story, List<String> articles)
      implements Edit {
    /** Replaces an absent list by an empty one. */
    public Split {
      articles = articles == null ? List.of() : List.copyOf(articles);
    }
  }

  /** Merges {@code story} into the story {@code into}. */
  record Merge(String id, String lane, String by, String reason, String story, String into)
      implements Edit {}

  /** Gives a story the headline of one of its articles for as long as it has the article. */
  record Pin(String id, String lane, String by, String reason, String story, String article)
      implements Edit {}

  /** Undoes the edit with the id {@code edit}, as far as nothing has changed it since. */
  record Undo(String id, String lane, String by, String reason, String edit) implements Edit {}
}
