package dev.storywire.producer.follow;

import dev.storywire.producer.formats.feed.FeedList;
import dev.storywire.producer.formats.source.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sources to follow.
 *
 * @param feeds http(s) addresses
 * @param directories existing directories
 */
public record FollowTargets(List<URI> feeds, List<Path> directories) {
  /**
   * Resolves names: URLs, directories, and files that list them (OPML, plain lines or a YAML list).
   *
   * @throws RefusedException if a name is none of these
   */
  public static FollowTargets of(List<String> names) throws IOException, RefusedException {
    Set<URI> feeds = new LinkedHashSet<>();
    Set<Path> directories = new LinkedHashSet<>();
    for (String name : names) {
      if (isAddress(name) || Files.isDirectory(Path.of(name))) {
        add(name, feeds, directories);
      } else if (Files.isReadable(Path.of(name))) {
        for (String entry : FeedList.read(Path.of(name))) {
          add(entry, feeds, directories);
        }
      } else {
        throw new RefusedException(
            "not-found", "\"" + name + "\" is not a URL, a directory or a list of feeds");
      }
    }
    return new FollowTargets(new ArrayList<>(feeds), new ArrayList<>(directories));
  }

  private static void add(String entry, Set<URI> feeds, Set<Path> directories)
      throws RefusedException {
    if (isAddress(entry)) {
      try {
        feeds.add(URI.create(entry));
      } catch (IllegalArgumentException e) {
        throw new RefusedException("bad-address", "\"" + entry + "\" is not a valid URL");
      }
    } else if (Files.isDirectory(Path.of(entry))) {
      directories.add(Path.of(entry));
    } else {
      throw new RefusedException(
          "not-found", "\"" + entry + "\" in the list is neither an http(s) URL nor a directory");
    }
  }

  private static boolean isAddress(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}
