import { shownAddress } from "../shown-address.ts";

/** Returns a site's name with its address, "Harbour Bakery (bakery.example/en)", because an owner of many may have two of one name. */
export function siteLabel(name: string, startUrl: string): string {
  const address = shownAddress(startUrl);
  return name.toLowerCase().includes(address.toLowerCase()) ? name : `${name} (${address})`;
}
