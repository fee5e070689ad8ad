package dev.storywire.serve.query;

/** The receivers of input over HTTP. */
public record Intakes(ItemIntake items, EditIntake edits) {}
