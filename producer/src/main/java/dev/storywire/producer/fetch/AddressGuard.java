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
 * Prevents requests to private networks through redirects (server-side request forgery). Hosts that
 * the operator configured are always allowed; all other hosts must resolve to public addresses
 * only.
 */
public final class AddressGuard {
  private final Set<String> listed;

  /** Creates a guard that allows the hosts of {@code urls}. */
  public AddressGuard(Collection<URI> urls) {
    this.listed = urls.stream().map(AddressGuard::host).collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the reason why {@code url} must not be requested; empty if it is allowed. */
  Optional<String> refusalReason(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("the scheme \"" + scheme + "\" is not supported; use http or https");
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
              "it redirects to "
                  + host
                  + ", which is in a private network and not in the list of feeds");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("the host " + host + " cannot be resolved");
    }
  }

  private static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    // fc00::/7 (unique local), which InetAddress does not classify
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
    // 100.64.0.0/10 (carrier-grade NAT)
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
