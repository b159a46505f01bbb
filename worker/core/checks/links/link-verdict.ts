import type { SheetKind } from "../../page/html/sheet-kind.ts";

/**
 * What is known about a link target.
 * `unknown`: could not tell (bot wall, 403, 429, 999, time-out once): never called broken, never mailed.
 * `moved`: answers for good at another address (301, 308). `insecure`: works, but is written with http where https is expected.
 * `ok`: everything else that a visitor can use.
 */
export const LINK_STATES = ["ok", "moved", "insecure", "broken", "unknown"] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** `rule` names the reason (`links/not-found`, `links/domain-not-found`, `links/certificate`, `links/fragment` …); null when ok. */
export type LinkVerdict = {
  /** Absolute target, with fragment where the link has one. */
  url: string;
  state: LinkState;
  rule: string | null;
  /** HTTP status of the last answer; null when there was none. */
  status: number | null;
  /** The reason in the owner's words; empty when ok. */
  reason: string;
  /** Where redirects ended, when that differs from `url`. */
  finalUrl: string | null;
  /** Set where it works and asks for further files. */
  sheet?: SheetKind;
};
