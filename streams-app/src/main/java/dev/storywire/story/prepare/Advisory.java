package dev.storywire.story.prepare;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import dev.storywire.text.clean.CleanArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An action of an item on another one, which it identifies by uri in its {@code associations}, or
 * in words (see {@link WireNotes}).
 *
 * @param action the action
 * @param uri uri of the other item; absent if it is identified by its slug
 * @param slug {@link Slug} of the other item; absent if it is identified by its uri. If both are
 *     absent, it is the item with the same text
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

  /** The actions of advisories. */
  public enum Action {
    /** The item must not be used and must be removed. */
    KILL,
    /** The item must not be used until it is released. */
    HOLD,
    /** The hold is lifted. */
    RELEASE,
    /** The item has an error, described in words. */
    CORRECT,
    /** The item is replaced by this one, which corrects or refiles it. */
    REPLACE,
    /** The item is repeated by this one. */
    REPEAT;

    /** Returns true if an item with this action is a note to editors, not an article. */
    public boolean isNote() {
      return this != REPLACE && this != REPEAT;
    }
  }

  /** Returns the advisories of an item on other items. */
  static List<Advisory> of(NewsItem item, @Nullable String agency, CleanArticle text) {
    List<Advisory> advisories = new ArrayList<>();
    item.associations().stream()
        .flatMap(association -> of(association).stream())
        .filter(advisory -> !Objects.equals(advisory.uri(), item.uri()))
        .forEach(advisories::add);
    boolean statesOwnStatus = item.pubStatus() != null && item.pubStatus() != PubStatus.USABLE;
    if (advisories.isEmpty() && agency != null && !statesOwnStatus) {
      WireNotes.read(item.slugline(), text.itemHeadline(), item.edNote(), text(text))
          .map(note -> new Advisory(note.action(), null, Slug.of(agency, note.name())))
          .ifPresent(advisories::add);
    }
    return advisories;
  }

  private static String text(CleanArticle article) {
    return Stream.of(article.notes(), article.paragraphs())
        .flatMap(List::stream)
        .collect(Collectors.joining(" "));
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
