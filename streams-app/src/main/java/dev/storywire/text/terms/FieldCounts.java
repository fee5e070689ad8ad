package dev.storywire.text.terms;

/**
 * Packs the number of occurrences of a term in each field of an article into one byte: headline 0
 * to 3 (bits 0-1), lede 0 to 3 (bits 2-3), body 0 to 15 (bits 4-7). Higher numbers saturate.
 */
final class FieldCounts {
  private FieldCounts() {}

  static byte pack(int headline, int lede, int body) {
    return (byte) (Math.min(headline, 3) | Math.min(lede, 3) << 2 | Math.min(body, 15) << 4);
  }

  static int headline(byte counts) {
    return counts & 3;
  }

  static int lede(byte counts) {
    return counts >> 2 & 3;
  }

  static int body(byte counts) {
    return counts >> 4 & 15;
  }
}
