package dev.storywire.app.edit;

import dev.storywire.schemas.Edit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire edit}: sends the edits by which an editor corrects stories. */
@Command(
    name = "edit",
    description = "Correct stories: move articles, split and merge stories, pin a headline, undo.",
    footer =
        "%nPrints the id of the edit, by which it can be undone, and waits until the service has"
            + " decided it. Exits with 1 if the edit was refused; see the dead letters.")
public final class EditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "an edit is required: move, split, merge, pin or undo");
  }

  @Command(name = "move", description = "Move articles, with their copies, to a story.")
  int move(
      @Mixin EditOptions options,
      @Option(
              names = "--to",
              paramLabel = "STORY",
              description = "Id of the story (default: a new one).")
          @Nullable String story,
      @Parameters(paramLabel = "URI", arity = "1..*", description = "Uris of the articles.")
          List<String> articles)
      throws InterruptedException {
    return options.send(
        new Edit.Move(options.id(), options.lane, options.by, options.reason, articles, story));
  }

  @Command(
      name = "split",
      description = "Move articles, with their copies, out of a story into a new one.")
  int split(
      @Mixin EditOptions options,
      @Parameters(index = "0", paramLabel = "STORY", description = "Id of the story.") String story,
      @Parameters(
              index = "1..*",
              paramLabel = "URI",
              arity = "1..*",
              description = "Uris of the articles that leave.")
          List<String> articles)
      throws InterruptedException {
    return options.send(
        new Edit.Split(options.id(), options.lane, options.by, options.reason, story, articles));
  }

  @Command(name = "merge", description = "Merge a story into another one.")
  int merge(
      @Mixin EditOptions options,
      @Parameters(index = "0", paramLabel = "STORY", description = "Id of the story that ends.")
          String story,
      @Parameters(index = "1", paramLabel = "INTO", description = "Id of the story that remains.")
          String into)
      throws InterruptedException {
    return options.send(
        new Edit.Merge(options.id(), options.lane, options.by, options.reason, story, into));
  }

  @Command(name = "pin", description = "Give a story the headline of one of its articles.")
  int pin(
      @Mixin EditOptions options,
      @Parameters(index = "0", paramLabel = "STORY", description = "Id of the story.") String story,
      @Parameters(index = "1", paramLabel = "URI", description = "Uri of the article.")
          String article)
      throws InterruptedException {
    return options.send(
        new Edit.Pin(options.id(), options.lane, options.by, options.reason, story, article));
  }

  @Command(name = "undo", description = "Undo an edit.")
  int undo(
      @Mixin EditOptions options,
      @Parameters(paramLabel = "ID", description = "Id of the edit.") String edit)
      throws InterruptedException {
    return options.send(
        new Edit.Undo(options.id(), options.lane, options.by, options.reason, edit));
  }
}
