/** Seconds for which one rendering is served; null: until the process ends, because settings and texts do not change before. */
type Lifetime = number | null;

/** Addresses that answer every visitor with the same bytes. */
export const PUBLIC_PAGES: ReadonlyMap<string, Lifetime> = new Map([
  ["/", null],
  ["/pricing", null],
  ["/bot", null],
  ["/privacy", null],
  ["/terms", null],
  ["/imprint", null],
  ["/changelog", null],
  ["/docs/api", null],
  ["/status", 15],
  ["/robots.txt", null],
  ["/sitemap.xml", null],
]);

/** Marks a request by which the web process renders a public page for all visitors. It refuses this header from outside. */
export const RENDERING_HEADER = "x-flawless-rendering";
