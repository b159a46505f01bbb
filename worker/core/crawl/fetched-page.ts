import type { ReceivedDocument } from "../page/html/received-document.ts";
import type { PageFailure } from "../page/page-failure.ts";
import type { PageSource } from "../page/page-source.ts";
import type { Validators } from "./visit.ts";

/**
 * The server's response to a page request. `url` is the final address after redirects; `document` is the response as the
 * browser needs it. `isGarbled`: it breaks the rules of HTTP, so that perhaps only a browser understands it.
 */
export type FetchedPage =
  | {
      kind: "html";
      url: string;
      status: number;
      html: string;
      validators: Validators;
      document?: ReceivedDocument;
      source?: PageSource;
    }
  | { kind: "not-modified"; validators: Validators }
  | { kind: "failure"; url: string; status: number | null; failure: PageFailure; isGarbled?: boolean };
