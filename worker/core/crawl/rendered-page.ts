import type { ReceivedDocument } from "../page/html/received-document.ts";
import type { PageFailure } from "../page/page-failure.ts";

/**
 * A page's DOM after rendering, as HTML, with its final address. `baseUrl`: the address that its scripts have set (a
 * single-page app may show `/home` at `/`), used for relative links.
 */
export type RenderedPage =
  | { kind: "html"; url: string; baseUrl: string; status: number | null; html: string }
  | { kind: "failure"; failure: PageFailure };

/** `isGarbled`: see `FetchedPage`. */
export type RenderPageOptions = { signal: AbortSignal; document?: ReceivedDocument | undefined; isGarbled?: boolean };
