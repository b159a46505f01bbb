import { type MalformedAddress, malformedAddress } from "#worker/core/url/malformed-address.ts";
import { faultyAnswer, verdictOf } from "../link-answer.ts";
import type { LinkVerdict } from "../link-verdict.ts";

/** Judges a target that is not a valid web address, without a request. Returns null for all other targets. */
export function judgeMalformed(target: string): LinkVerdict | null {
  const malformed = malformedAddress(target);
  return malformed && verdictOf(target, faultyAnswer("links/malformed", reasonOf(malformed)));
}

function reasonOf({ address, scheme, fault }: MalformedAddress): string {
  if (fault === "file") return "This link leads to a file on your own computer, which visitors cannot open.";
  if (fault === "scheme") return `This address begins with “${scheme}://”; write “http://” or “https://”.`;
  const [host = ""] = address.slice(`${scheme}://`.length).split(/[/?#\\]/, 1);
  return host === ""
    ? `This address is empty: there is nothing after “${scheme}://”.`
    : `This address cannot work: “${host.slice(0, 80)}” is not a valid host name.`;
}
