/** The cookies that one chain of redirects sets. Many sites send visitors without them in circles. */
export type RedirectCookies = {
  /** Takes the Set-Cookie headers of an answer from `url`. */
  keep(url: string, setCookie: string | string[] | undefined): void;
  /** `others`: cookies that go along, as a header's value; one that the chain set anew counts instead. */
  headerFor(url: string, others?: string): Record<string, string>;
  /** Changes whenever a cookie does. */
  state(): string;
};

const MAX_COOKIES = 50;
const MAX_COOKIE_LENGTH = 4096;

/** An empty jar. Cookies go back to the very host that set them, whatever Domain they name, and die with the chain. */
export function createRedirectCookies(): RedirectCookies {
  const jar = new Map<string, { host: string; name: string; value: string }>();
  return {
    keep(url, setCookie) {
      const { hostname: host } = new URL(url);
      for (const header of [setCookie ?? []].flat()) {
        const [pair = ""] = header.split(";", 1);
        const at = pair.indexOf("=");
        const name = pair.slice(0, Math.max(at, 0)).trim();
        const value = pair.slice(at + 1).trim();
        if (name === "" || header.length > MAX_COOKIE_LENGTH || /[^\x21-\x7e ]/.test(pair)) continue;
        if (jar.size < MAX_COOKIES) jar.set(`${host} ${name}`, { host, name, value });
      }
    },
    headerFor(url, others) {
      const { hostname } = new URL(url);
      const set = [...jar.values()].filter(({ host }) => host === hostname);
      const kept = (others?.split("; ") ?? []).filter((pair) => !set.some(({ name }) => pair.startsWith(`${name}=`)));
      const own = [...kept, ...set.map(({ name, value }) => `${name}=${value}`)];
      const headers: Record<string, string> = {};
      if (own.length > 0) headers.cookie = own.join("; ");
      return headers;
    },
    state: () => [...jar.values()].map(({ host, name, value }) => `${host} ${name}=${value}`).join("; "),
  };
}
