import { type MalformedAddress, malformedAddress } from "../../url/malformed-address.ts";
import type { LinkVerdict } from "../link-verdict.ts";
import { faultAnswer, verdictOf } from "./link-answer.ts";

/** The verdict on a target that can be judged as it stands, because it is no address of the web; null for all others. */
export function judgeMalformed(target: string): LinkVerdict | null {
  const malformed = malformedAddress(target);
  return malformed && verdictOf(target, faultAnswer("links/malformed", reasonOf(malformed)));
}

function reasonOf({ address, scheme, fault }: MalformedAddress): string {
  if (fault === "file") return "The address is of a file on one computer: visitors cannot open it.";
  if (fault === "scheme") return `The address begins with “${scheme}://”, which is neither “http://” nor “https://”.`;
  const [host = ""] = address.slice(`${scheme}://`.length).split(/[/?#\\]/, 1);
  return host === ""
    ? `The address is not one: nothing stands after “${scheme}://”.`
    : `The address is not one: “${host.slice(0, 80)}” is no name of a host.`;
}
