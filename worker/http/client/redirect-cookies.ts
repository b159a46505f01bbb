import { isIpAddress } from "#worker/core/url/private-address.ts";

/** The cookies of one chain of redirects. Without them, many sites redirect in a circle. */
export type RedirectCookies = {
  /** Stores the Set-Cookie headers of an answer from `url`. */
  keep(url: string, setCookie: string | string[] | undefined): void;
  /** Returns the Cookie header. `others`: further cookies as a header's value; those that the chain set overrule them. */
  headerFor(url: string, others?: string): Record<string, string>;
  /** Returns a text that changes whenever a cookie does. */
  state(): string;
};

const MAX_COOKIES = 50;
const MAX_COOKIE_LENGTH = 4096;

/** `isWide`: subdomains receive it too. */
type Cookie = { host: string; isWide: boolean; name: string; value: string };

/** Creates an empty jar. Cookies are sent to the host that set them, or to the hosts of their Domain (RFC 6265, 5.3). */
export function createRedirectCookies(): RedirectCookies {
  const jar = new Map<string, Cookie>();
  return {
    keep(url, setCookie) {
      const { hostname } = new URL(url);
      for (const header of [setCookie ?? []].flat()) {
        const [pair = ""] = header.split(";", 1);
        const at = pair.indexOf("=");
        const name = pair.slice(0, Math.max(at, 0)).trim();
        const value = pair.slice(at + 1).trim();
        if (name === "" || header.length > MAX_COOKIE_LENGTH || /[^\x21-\x7e ]/.test(pair)) continue;
        const domain = attribute(header, DOMAIN)?.replace(/^\./, "").toLowerCase();
        const isWide = domain !== undefined && isDomainOf(hostname, domain);
        const host = isWide ? domain : hostname;
        const key = `${host} ${name}`;
        if (isOver(header)) jar.delete(key);
        else if (jar.size < MAX_COOKIES || jar.has(key)) jar.set(key, { host, isWide, name, value });
      }
    },
    headerFor(url, others) {
      const { hostname } = new URL(url);
      const set = [...jar.values()].filter(({ host, isWide }) => host === hostname || (isWide && isDomainOf(hostname, host)));
      const kept = (others?.split("; ") ?? []).filter((pair) => !set.some(({ name }) => pair.startsWith(`${name}=`)));
      const own = [...kept, ...set.map(({ name, value }) => `${name}=${value}`)];
      const headers: Record<string, string> = {};
      if (own.length > 0) headers.cookie = own.join("; ");
      return headers;
    },
    state: () => [...jar.values()].map(({ host, name, value }) => `${host} ${name}=${value}`).join("; "),
  };
}

/** Returns true if a host may set cookies for a domain. A single label (`com`) belongs to no host. */
function isDomainOf(host: string, domain: string): boolean {
  return domain.includes(".") && !isIpAddress(host) && (host === domain || host.endsWith(`.${domain}`));
}

const DOMAIN = /;\s*domain\s*=([^;]*)/i;
const MAX_AGE = /;\s*max-age\s*=([^;]*)/i;
const EXPIRES = /;\s*expires\s*=([^;]*)/i;

/** Returns the value of a cookie's attribute. */
function attribute(header: string, pattern: RegExp): string | undefined {
  return pattern.exec(header)?.[1]?.trim();
}

/** Returns true if a Set-Cookie header deletes its cookie. */
function isOver(header: string): boolean {
  const age = attribute(header, MAX_AGE);
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) <= 0;
  return Date.parse(attribute(header, EXPIRES) ?? "") <= Date.now();
}
