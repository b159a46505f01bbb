import { isLoopbackAddress } from "./is-loopback-address.ts";

/** Returns true if a Content-Security-Policy has `upgrade-insecure-requests`. Several policies may be joined by commas. */
export function upgradesInsecure(policy: string): boolean {
  return policy.split(/[;,]/).some((directive) => /^\s*upgrade-insecure-requests(?:\s|$)/i.test(directive));
}

/** Returns the address that a browser requests in place of one with http; loopback addresses stay (Upgrade Insecure Requests, 3.2). */
export function upgradeInsecure(address: string): string {
  return address.startsWith("http:") && !isLoopbackAddress(address)
    ? new URL(`https${address.slice("http".length)}`).href
    : address;
}
