package dev.storywire.serve;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests whose {@code Host} is a name that nobody gave this service: a web site that
 * points its own name at a reader's loopback address (DNS rebinding) learns nothing.
 *
 * <p>IP addresses and localhost always pass: no site can be served under them from elsewhere.
 */
final class HostGuard {
  private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private final Set<String> names = new HashSet<>();

  HostGuard(Set<String> hostNames) {
    names.add("localhost");
    hostNames.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  void check(Context ctx) {
    String host = ctx.req().getHeader("Host");
    String name = host == null ? "" : PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    boolean address = IP_V4.matcher(name).matches() || name.startsWith("[");
    if (!address && !names.contains(name)) {
      throw new Problem(
          HttpStatus.MISDIRECTED_REQUEST,
          "This service is not known as '%s'; name it in the setting for host names."
              .formatted(Identifiers.cut(name)));
    }
  }
}
