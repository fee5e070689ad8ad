package dev.storywire.producer.formats.item;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an item may do to another one that it names by its identity: the role of the association
 * between them, whichever word the format or the agency has for it. Notes that name another item
 * only in words (a slug, a headline) are the service's to understand.
 */
public enum AssociationRole {
  KILLS("kills"),
  HOLDS("holds"),
  RELEASES("releases"),
  CORRECTS("corrects"),
  REPLACES("replaces");

  private final String role;

  AssociationRole(String role) {
    this.role = role;
  }

  /** What an item does that gives another this status. */
  public static AssociationRole by(@Nullable PubStatus status) {
    if (status == null) {
      return REPLACES;
    }
    return switch (status) {
      case CANCELED -> KILLS;
      case WITHHELD -> HOLDS;
      case USABLE -> RELEASES;
    };
  }

  /** The role that {@code said} means; {@code said} itself if it is none of these. */
  public static @Nullable String role(@Nullable String said) {
    if (said == null) {
      return null;
    }
    String word = said.substring(said.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "kills", "kill", "cancels", "cancel", "canceled", "withdraws", "withdrawn" -> KILLS.role;
      case "holds", "hold", "withholds", "withheld" -> HOLDS.role;
      case "releases", "release" -> RELEASES.role;
      case "corrects", "correct", "correction", "correctionof", "corrected" -> CORRECTS.role;
      case "replaces", "replace", "supersedes", "refile", "previousversion" -> REPLACES.role;
      default -> said;
    };
  }

  /** The association with the item of this uri. */
  public NewsItem.Association item(String uri) {
    return new NewsItem.Association(role, uri, null, null);
  }
}
