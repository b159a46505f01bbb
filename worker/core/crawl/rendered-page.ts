import type { ReceivedDocument } from "../page/html/received-document.ts";
import type { PageFailure } from "../page/page-failure.ts";

/**
 * A page's DOM after rendering, as HTML, at the address where loading ended. `baseUrl`: where its scripts say that it is
 * (a program in the page that shows `/home` at `/`); relative links start there.
 */
export type RenderedPage =
  | { kind: "html"; url: string; baseUrl: string; status: number | null; html: string }
  | { kind: "failure"; failure: PageFailure };

export type RenderPageOptions = { signal: AbortSignal; document?: ReceivedDocument | undefined };
