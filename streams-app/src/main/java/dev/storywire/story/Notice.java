package dev.storywire.story;

import dev.storywire.schemas.PubStatus;

/**
 * What another item says about an article, and since when. Notices and versions may come in any
 * order: a notice speaks of the versions made before it.
 *
 * @param at when the notice was made, epoch ms
 * @param by uri of the item that says so
 */
record Notice(Advisory.Act act, long at, String by) {

  /** Of two notices about an article the one that holds: a kill before all, then the later. */
  Notice or(Notice other) {
    boolean kill = act == Advisory.Act.KILL;
    boolean otherKill = other.act == Advisory.Act.KILL;
    if (kill != otherKill) {
      return kill ? this : other;
    }
    return other.at > at || (other.at == at && other.by.compareTo(by) > 0) ? other : this;
  }

  /** The status of a version made at {@code madeAt} whose own status is {@code own}. */
  PubStatus status(PubStatus own, long madeAt) {
    if (madeAt > at || own == PubStatus.CANCELED) {
      return own;
    }
    return switch (act) {
      case KILL -> PubStatus.CANCELED;
      case HOLD -> PubStatus.WITHHELD;
      case RELEASE -> PubStatus.USABLE;
    };
  }
}
