import type { SheetKind } from "../../page/html/sheet-kind.ts";

/**
 * States of a link target.
 * `unknown`: undecided (bot wall, 403, 429, 999, one time-out); never reported as broken, never mailed.
 * `moved`: redirects permanently (301, 308). `insecure`: works, but is linked with http where https is expected.
 * `ok`: everything else that a visitor can use.
 */
export const LINK_STATES = ["ok", "moved", "insecure", "broken", "unknown"] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Verdict on a link target. `rule` is the reason (`links/not-found`, `links/certificate`, `links/fragment` …); null if ok. */
export type LinkVerdict = {
  /** Absolute URL of the target, with its fragment. */
  url: string;
  state: LinkState;
  rule: string | null;
  /** HTTP status of the last answer; null if there was none. */
  status: number | null;
  /** The reason in the owner's words; empty if ok. */
  reason: string;
  /** Final address after redirects, if it differs from `url`. */
  finalUrl: string | null;
  /** Set if the target works and is a file that loads others. */
  sheet?: SheetKind;
  /** Set if the target works and is a web page, though it is named like another file. */
  isPage?: true;
  /** Set if the server's answer breaks the rules of HTTP, so that perhaps only a browser understands it. */
  isGarbled?: true;
};
