package dev.storywire.producer.formats;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/** What an item may do to another one that it names; the role of the association between them. */
enum ActsOn {
  KILLS("kills"),
  HOLDS("holds"),
  CORRECTS("corrects"),
  REPLACES("replaces");

  private final String role;

  ActsOn(String role) {
    this.role = role;
  }

  /** What an item does that gives another this status. */
  static ActsOn by(@Nullable PubStatus status) {
    if (status == PubStatus.CANCELED) {
      return KILLS;
    }
    return status == PubStatus.WITHHELD ? HOLDS : REPLACES;
  }

  /** The association with the item of this uri. */
  NewsItem.Association item(String uri) {
    return new NewsItem.Association(role, uri, null, null);
  }
}
