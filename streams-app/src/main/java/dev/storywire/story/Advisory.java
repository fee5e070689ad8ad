package dev.storywire.story;

import dev.storywire.schemas.NewsItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an item says of another one, as desks do it by kill and hold notes: in its {@code
 * associations}, by role.
 *
 * @param act what is to be done
 * @param uri the item named
 */
public record Advisory(Act act, String uri) {
  private static final Map<String, Act> ROLES =
      Map.of("kills", Act.KILL, "holds", Act.HOLD, "releases", Act.RELEASE);

  /** What an advisory asks for. */
  public enum Act {
    /** The item must not be used and must be removed. */
    KILL,
    /** The item is not to be used for now. */
    HOLD,
    /** A hold is lifted. */
    RELEASE
  }

  /** The advisories of an item; what it says of itself is its status. */
  static List<Advisory> of(NewsItem item) {
    return item.associations().stream()
        .flatMap(association -> of(association).stream())
        .filter(advisory -> !advisory.uri().equals(item.uri()))
        .toList();
  }

  private static Optional<Advisory> of(NewsItem.Association association) {
    String role = association.role();
    String uri = association.uri();
    Act act = role == null ? null : ROLES.get(role.toLowerCase(Locale.ROOT));
    return act == null || uri == null ? Optional.empty() : Optional.of(new Advisory(act, uri));
  }
}
