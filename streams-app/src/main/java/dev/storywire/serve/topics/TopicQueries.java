package dev.storywire.serve.topics;

/** The topics that are read on request. */
public record TopicQueries(
    EventLog storyEvents, DeadLetterLog deadLetters, ArticleVersions versions) {}
