package dev.storywire.app.models;

import picocli.CommandLine.Command;

/** The command {@code storywire train}: trains the shipped models. */
@Command(
    name = "train",
    description = "Train one of the shipped models; docs/models lists the training data.",
    subcommands = {TrainStories.class, TrainNames.class, TrainStems.class, TrainCopies.class})
public final class TrainCommand {}
