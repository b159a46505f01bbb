import { normalisePercentEncoding } from "./canonical-url.ts";
import { makeIsIgnored } from "./ignored-links.ts";
import { makePathPattern } from "./scope.ts";

/**
 * Makes a test for the pages that some lines name: a path (`/legal` with all below it, `/blog/*`), a host, an address or a pattern
 * (`shop.example.com`, `example.com/shop/*`). `*` matches anything. No line names no page.
 */
export function makeIsNamedPage(lines: readonly string[]): (url: string) => boolean {
  const typed = lines.map((line) => line.trim()).filter(Boolean);
  const paths = typed.filter((line) => line.startsWith("/")).map(makePathPattern);
  const isNamed = makeIsIgnored(typed.filter((line) => !line.startsWith("/")));
  return (address) => {
    const url = URL.parse(address);
    if (!url) return false;
    const path = normalisePercentEncoding(url.pathname + url.search);
    return paths.some((matches) => matches(path)) || isNamed(address);
  };
}
