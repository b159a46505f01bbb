/** Loopback addresses of the sites; each has all ports. Few, because a worker compares each request with the list of allowed addresses. */
const ADDRESSES = Array.from({ length: 40 }, (_, at) => `127.0.1.${at + 1}`);

/** Addresses that workers must be allowed to request. */
export const FLEET_ADDRESSES: readonly string[] = ADDRESSES;

/** Returns the number of ports that so many sites need. */
export function portsFor(sites: number): number {
  return Math.ceil(sites / ADDRESSES.length);
}

/** Returns the origin of a site. */
export function originOf(site: number, ports: readonly number[]): string {
  return `http://${ADDRESSES[site % ADDRESSES.length]}:${ports[Math.floor(site / ADDRESSES.length)]}`;
}

/** Returns the number of the site at an address and the number of a port. */
export function siteAt(address: string, port: number): number {
  return port * ADDRESSES.length + ADDRESSES.indexOf(address);
}
