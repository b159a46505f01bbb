import type { ReceivedDocument } from "../page/html/received-document.ts";
import type { PageFailure } from "../page/page-failure.ts";

/**
 * A page's DOM after rendering, as HTML, with the address where loading ended. `baseUrl`: the address that its scripts set
 * (such as `/home` for a program at `/`), against which relative links are resolved.
 */
export type RenderedPage =
  | { kind: "html"; url: string; baseUrl: string; status: number | null; html: string }
  | { kind: "failure"; failure: PageFailure };

export type RenderPageOptions = { signal: AbortSignal; document?: ReceivedDocument | undefined };
