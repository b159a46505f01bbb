import ipaddr from "ipaddr.js";

/** The IPv6 block for the public internet (RFC 4291, 2.4; IANA); all others are special. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse("2000::");

/**
 * True if an IP address must not be requested for a user: everything but public unicast. Covers loopback, RFC 1918, link-local
 * (cloud metadata services), carrier-grade NAT, multicast, unique local, documentation, benchmarking, and IPv6 forms of IPv4
 * addresses (mapped, NAT64, 6to4, Teredo). Invalid addresses count as private.
 */
export function isPrivateAddress(ip: string): boolean {
  const address = parseIp(ip);
  if (!address) return true;
  if (address instanceof ipaddr.IPv4) return address.range() !== "unicast";
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().range() !== "unicast";
  return address.range() !== "unicast" || !address.match(GLOBAL_UNICAST, 3);
}

/** True if a URL's host name is an IP address, in brackets or not. */
export function isIpAddress(host: string): boolean {
  return parseIp(host) !== null;
}

/**
 * True if a private host is explicitly allowed. `allowed` holds `host` (any port) or `host:port`, in lower case; IPv6 in
 * brackets. `host` is compared as written in the URL, so allowing `127.0.0.1` does not allow a name that resolves to it.
 */
export function isAllowedPrivateHost(host: string, port: number, allowed: readonly string[]): boolean {
  const name = host.toLowerCase();
  return allowed.includes(name) || allowed.includes(`${name}:${port}`);
}

function parseIp(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = text.replace(/^\[|\]$/g, "");
  // The library tells a name from an address by throwing, and most hosts are names.
  if (/^[\d.]+$/.test(bare)) return ipaddr.IPv4.isValidFourPartDecimal(bare) ? ipaddr.IPv4.parse(bare) : null;
  return bare.includes(":") && ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare) : null;
}
