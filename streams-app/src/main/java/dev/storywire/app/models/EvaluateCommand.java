package dev.storywire.app.models;

import picocli.CommandLine.Command;

/**
 * {@code storywire evaluate}: how good the decisions are on labelled data, by the service's code.
 */
@Command(
    name = "evaluate",
    description = "Measure the decisions on labelled data, with the code that the service runs.",
    subcommands = {EvaluateStories.class, EvaluateCopies.class, EvaluateEntities.class})
public final class EvaluateCommand {}
