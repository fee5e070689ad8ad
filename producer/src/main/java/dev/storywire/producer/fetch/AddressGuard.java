package dev.storywire.producer.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a redirect from leading into our own network. A host that the operator listed may be
 * anywhere; any other must have only public addresses.
 */
public final class AddressGuard {
  private final Set<String> listed;

  /** A guard that lets the hosts of {@code urls} pass. */
  public AddressGuard(Collection<URI> urls) {
    this.listed = urls.stream().map(AddressGuard::host).collect(Collectors.toUnmodifiableSet());
  }

  /** Why this address must not be asked; empty if it may. */
  Optional<String> objection(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("only http and https are fetched, not \"" + scheme + "\"");
    }
    String host = host(url);
    if (host.isEmpty()) {
      return Optional.of("the address " + url + " has no host");
    }
    if (listed.contains(host)) {
      return Optional.empty();
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!isPublic(address)) {
          return Optional.of(
              "it leads to " + host + ", which is inside a private network and was not listed");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("the host " + host + " is not known");
    }
  }

  private static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    // fc00::/7, which InetAddress does not know as private
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
    // 100.64.0.0/10, shared by the customers of a carrier
    boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return !(address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || carrier);
  }
}
