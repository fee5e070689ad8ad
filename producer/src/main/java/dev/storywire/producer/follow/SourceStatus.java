package dev.storywire.producer.follow;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status of a followed source since the start of the process.
 *
 * @param source URL or path
 * @param lastSuccess time of the last successful poll
 * @param added items sent for the first time
 * @param revised items sent again because they had changed
 * @param unchanged items that had been sent before and have not changed
 * @param refused items that were refused, each counted once
 * @param failures failed polls, by code
 * @param lastFailure message of the last poll if it failed
 * @param nextPoll time of the next poll; absent if the source has been removed permanently
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
    @Nullable Instant nextPoll) {}
