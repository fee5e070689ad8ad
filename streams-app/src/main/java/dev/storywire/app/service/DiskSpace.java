package dev.storywire.app.service;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The free space on the disk of the stores.
 *
 * @param directory directory of the stores
 * @param usable returns the free bytes
 */
record DiskSpace(Path directory, LongSupplier usable) {
  /** Space for the write buffers of all stores. */
  static final long ENOUGH_BYTES = 64L * 1024 * 1024;

  static DiskSpace of(Path directory) {
    return new DiskSpace(directory, () -> directory.toFile().getUsableSpace());
  }

  /** Returns true if the stores can continue. */
  boolean suffices() {
    return usable.getAsLong() >= ENOUGH_BYTES;
  }

  /** Describes a full disk. */
  String sentence() {
    return "The disk of "
        + directory
        + " is full; the instance continues when it has "
        + ENOUGH_BYTES / (1024 * 1024)
        + " MB of free space.";
  }
}
