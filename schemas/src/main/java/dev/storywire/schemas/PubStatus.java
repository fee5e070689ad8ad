package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Publishing status of an item, as in IPTC ninjs {@code pubStatus} and NewsML-G2. */
public enum PubStatus {
  /** The item may be used. */
  @JsonProperty("usable")
  USABLE,
  /** The item is on hold: it must not be used until a later version releases it. */
  @JsonProperty("withheld")
  WITHHELD,
  /** The item was killed: it must not be used, and must be removed. */
  @JsonProperty("canceled")
  CANCELED
}
