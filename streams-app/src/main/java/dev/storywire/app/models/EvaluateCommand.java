package dev.storywire.app.models;

import picocli.CommandLine.Command;

/**
 * The command {@code storywire evaluate}: evaluates the decisions of the service on labelled data.
 */
@Command(
    name = "evaluate",
    description = "Evaluate the decisions on labelled data, with the same code as the service.",
    subcommands = {EvaluateStories.class, EvaluateCopies.class, EvaluateEntities.class})
public final class EvaluateCommand {}
