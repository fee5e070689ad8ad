package dev.storywire.schemas;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Publishing status of an item, as in IPTC ninjs {@code pubStatus} and NewsML-G2. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum PubStatus {
  /** The item may be used. */
  USABLE,
  /** The item is on hold: it must not be used until a later version releases it. */
  WITHHELD,
  /** The item was killed: it must not be used, and must be removed. */
  CANCELED
}
