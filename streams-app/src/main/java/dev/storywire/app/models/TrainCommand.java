package dev.storywire.app.models;

import picocli.CommandLine.Command;

/** {@code storywire train}: makes the models that ship with the service. */
@Command(
    name = "train",
    description = "Train one of the shipped models; docs/models says on what.",
    subcommands = {TrainStories.class, TrainNames.class, TrainCopies.class})
public final class TrainCommand {}
