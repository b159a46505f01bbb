import { isIpAddress } from "./private-address.ts";

/** Second parts under which many countries register domains: `mill.co.uk`. */
const SECOND = new Set("ac co com edu gob gouv gov go gv mil ne net nom or org".split(" "));

/** Returns the domain that somebody registered for a host: `shop.mill.example` and `www.mill.example` belong to `mill.example`. */
export function registeredDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, "");
  if (isIpAddress(name)) return name;
  const labels = name.split(".");
  const [second = "", last = ""] = labels.slice(-2);
  return labels.slice(last.length === 2 && SECOND.has(second) ? -3 : -2).join(".");
}
