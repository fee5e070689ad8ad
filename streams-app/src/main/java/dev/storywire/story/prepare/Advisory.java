package dev.storywire.story.prepare;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.clean.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an item says of another one: by its identity, in its {@code associations}, or in words, as
 * {@link WireNotes} reads them.
 *
 * @param action what is to be done
 * @param uri the item named; absent where it is named by slug
 * @param slug what the item named goes by, as {@link Slug} makes it; absent where it is named by
 *     uri, and where no words name it: then it is the one whose text this is
 */
public record Advisory(Action action, @Nullable String uri, @Nullable String slug) {
  private static final Map<String, Action> ROLES =
      Map.of(
          "kills", Action.KILL,
          "holds", Action.HOLD,
          "releases", Action.RELEASE,
          "corrects", Action.REPLACE,
          "replaces", Action.REPLACE,
          "repeats", Action.REPEAT);

  /** What an advisory asks for. */
  public enum Action {
    /** The item must not be used and must be removed. */
    KILL,
    /** The item is not to be used for now. */
    HOLD,
    /** A hold is lifted. */
    RELEASE,
    /** The item has an error, described in words. */
    CORRECT,
    /** This one takes the item's place: it is corrected or refiled. */
    REPLACE,
    /** This one is the item once more. */
    REPEAT;

    /** Whether an item that says so is a note to editors, and no article. */
    public boolean isNote() {
      return this != REPLACE && this != REPEAT;
    }
  }

  /** The advisories of an item; what it says of itself is its status. */
  static List<Advisory> of(NewsItem item, @Nullable String agency, CleanArticle text) {
    List<Advisory> advisories = new ArrayList<>();
    item.associations().stream()
        .flatMap(association -> of(association).stream())
        .filter(advisory -> !Objects.equals(advisory.uri(), item.uri()))
        .forEach(advisories::add);
    boolean speaksOfItself = item.pubStatus() != null && item.pubStatus() != PubStatus.USABLE;
    if (advisories.isEmpty() && agency != null && !speaksOfItself) {
      WireNotes.read(
              item.slugline(),
              Cleaner.headline(item),
              item.edNote(),
              String.join(" ", text.paragraphs()))
          .map(note -> new Advisory(note.action(), null, Slug.of(agency, note.name())))
          .ifPresent(advisories::add);
    }
    return advisories;
  }

  private static Optional<Advisory> of(NewsItem.Association association) {
    String role = association.role();
    String uri = association.uri();
    Action action = role == null ? null : ROLES.get(role.toLowerCase(Locale.ROOT));
    return action == null || uri == null
        ? Optional.empty()
        : Optional.of(new Advisory(action, uri, null));
  }
}
