import { decodeIfValid } from "#worker/core/url/decode-if-valid.ts";
import { intendedAddress } from "../../url/intended-address.ts";
import { faultyAnswer, verdictOf } from "./link-answer.ts";
import type { LinkVerdict } from "./link-verdict.ts";

/**
 * Returns the address to request in order to find out if a server answers everything: the part of the target's path that looks like
 * another site's address is replaced. Null if there is no such part.
 */
export function mistakenProbe(target: string): string | null {
  const url = URL.parse(target);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const segments = url.pathname.split("/");
  const at = segments.findIndex(
    (_, index) => index > 0 && intendedAddress(decodeIfValid(segments.slice(index).join("/"))) !== null,
  );
  if (at === -1) return null;
  return new URL([...segments.slice(0, at), PROBE].join("/"), url).href;
}

const PROBE = "no-such-page-3f9c1d.example";

/** Judges a target that only a link without its scheme leads to, on a server that answers everything. */
export function mistakenVerdict({ url, status, finalUrl }: LinkVerdict): LinkVerdict {
  return verdictOf(
    url,
    faultyAnswer("links/malformed", "This link lacks “https://”, so it leads nowhere.", { status, finalUrl }),
  );
}

/** Returns true for a verdict of `mistakenVerdict`: it holds only for links that lack their scheme. */
export function isMistaken({ rule, status }: LinkVerdict): boolean {
  return rule === "links/malformed" && status !== null;
}
