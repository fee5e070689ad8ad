package dev.storywire.producer.formats.feed;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name in an author of a feed. RSS defines it as the address of a mailbox, then the name. */
final class AuthorName {
  private static final String ADDRESS = "(?:mailto:)?[^\\s@<>()]++@[^\\s@<>()]++";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(ADDRESS + "\\s*\\(([^()]*+)\\)"),
          Pattern.compile("([^<>()@]*+)[<(]" + ADDRESS + "[>)]"),
          Pattern.compile("()" + ADDRESS));

  private AuthorName() {}

  /** Returns the name without an address, or null if there is no name. */
  static @Nullable String of(@Nullable String author) {
    if (author == null) {
      return null;
    }
    String name = author.strip();
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(name);
      if (matcher.matches()) {
        name = matcher.group(1).strip();
        break;
      }
    }
    return name.isEmpty() ? null : name;
  }
}
