import type { ReceivedDocument } from "../page/html/received-document.ts";
import type { PageFailure } from "../page/page-failure.ts";
import type { Validators } from "./visit.ts";

/** The server's answer to a request for a page. `url`: the address where redirects ended; `document`: the same answer, for the browser. */
export type FetchedPage =
  | { kind: "html"; url: string; status: number; html: string; validators: Validators; document?: ReceivedDocument }
  | { kind: "not-modified"; validators: Validators }
  | { kind: "failure"; url: string; status: number | null; failure: PageFailure };
