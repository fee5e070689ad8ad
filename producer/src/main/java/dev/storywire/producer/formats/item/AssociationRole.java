package dev.storywire.producer.formats.item;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Roles of an association by which an item acts on another item, in one spelling for all formats
 * and agencies. Notes that name the other item only by a slug or headline are resolved by the
 * service, not here.
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

  /** Returns the role of an item that sets the status of another item. */
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

  /**
   * Returns the canonical role for {@code name}, or {@code name} itself if it is not one of these.
   */
  public static @Nullable String role(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String word = name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "kills", "kill", "cancels", "cancel", "canceled", "withdraws", "withdrawn" -> KILLS.role;
      case "holds", "hold", "withholds", "withheld" -> HOLDS.role;
      case "releases", "release" -> RELEASES.role;
      case "corrects", "correct", "correction", "correctionof", "corrected" -> CORRECTS.role;
      case "replaces", "replace", "supersedes", "refile", "previousversion" -> REPLACES.role;
      default -> name;
    };
  }

  /** Returns an association with the item of this uri. */
  public NewsItem.Association item(String uri) {
    return new NewsItem.Association(role, uri, null, null);
  }
}
