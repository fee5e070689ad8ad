package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Publishing status of an item, as in IPTC ninjs {@code pubStatus} and NewsML-G2. */
public enum PubStatus {
  /** May be used. */
  @JsonProperty("usable")
  USABLE,
  /** On hold: not to be used until a later version says so. */
  @JsonProperty("withheld")
  WITHHELD,
  /** Killed: must not be used, and must be removed where it was. */
  @JsonProperty("canceled")
  CANCELED
}
