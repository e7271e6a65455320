package org.permitportal.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * The network of a caller: an IPv4 address, or the /64 prefix of an IPv6 address. The portal counts
 * tries by network, because one household can use every address of its /64.
 */
public final class CallerNetwork {
  private static final int PREFIX_BYTES = 8;

  private CallerNetwork() {}

  /**
   * Returns the network of a caller.
   *
   * @param address the caller's IP address, as API Gateway gives it
   * @return the IPv4 address or the /64 prefix; the given text, unchanged, when it is no IP address
   */
  public static String of(String address) {
    try {
      InetAddress known = InetAddress.ofLiteral(address);
      // Java reads an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) as the IPv4 address.
      return known instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES) + "/64"
          : known.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
