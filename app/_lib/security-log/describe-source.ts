import Bowser from "bowser";
import ipaddr from "ipaddr.js";
import type { EventSource } from "#prisma/queries/security/record-security-event.ts";

/** Longer user agents are forged. The bound also keeps the parser's patterns fast. */
const AGENT_MAX = 512;
const BROWSERS = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set<string>(Object.values(Bowser.OS_MAP));

/**
 * Describes the source of a request: the network instead of the full address, which would be personal data, and browser and
 * system in plain words.
 */
export function describeSource(request: {
  address: string | null | undefined;
  userAgent: string | null | undefined;
}): EventSource {
  return { network: shortenAddress(request.address), device: describeDevice(request.userAgent) };
}

/** Shortens an address to its network: 203.0.113.x (24 bits), 2001:db8:1::/48. */
function shortenAddress(address: string | null | undefined): string | null {
  const first = address?.split(",", 1)[0]?.trim() ?? "";
  if (!ipaddr.isValid(first)) return null;
  const parsed = ipaddr.process(first);
  if (parsed instanceof ipaddr.IPv6) {
    const [a = 0, b = 0, c = 0] = parsed.parts;
    return `${new ipaddr.IPv6([a, b, c, 0, 0, 0, 0, 0]).toString()}/48`;
  }
  return `${parsed.octets.slice(0, 3).join(".")}.x`;
}

/** Uses only names that the parser knows. For others it quotes the header, which a stranger controls. */
function describeDevice(userAgent: string | null | undefined): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, AGENT_MAX));
  const name = BROWSERS.has(browser.name ?? "") ? browser.name : undefined;
  const system = SYSTEMS.has(os.name ?? "") ? os.name : undefined;
  if (name && system) return `${name} on ${system}`;
  if (system) return `A browser on ${system}`;
  return name ?? "An unknown program";
}
