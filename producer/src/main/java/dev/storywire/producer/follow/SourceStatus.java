package dev.storywire.producer.follow;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a followed source is doing, since the start of this process.
 *
 * @param source its address or path
 * @param lastSuccess when it was last read, or said that nothing had changed
 * @param added items sent for the first time
 * @param revised items sent again because they had changed
 * @param unchanged items seen that were sent before
 * @param refused items that could not be used, each counted once
 * @param failures askings that failed, by code
 * @param lastFailure the sentence of the last one, absent once it works again
 * @param nextLook when it is looked at next; absent if never, since the source is gone for good
 */
public record SourceStatus(
    String source,
    @Nullable Instant lastSuccess,
    long added,
    long revised,
    long unchanged,
    long refused,
    Map<String, Long> failures,
    @Nullable String lastFailure,
    @Nullable Instant nextLook) {}
