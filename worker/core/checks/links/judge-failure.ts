import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { faultAnswer, type LinkAnswer } from "./link-answer.ts";
import type { LinkRuleId } from "./link-rules.ts";

/** Faults that lie with us as likely as with the target: Node's code, and never called broken. */
const MAYBE_OURS = new Set([
  "UND_ERR_HEADERS_OVERFLOW",
  "EPROTO",
  "ENETUNREACH",
  "EAI_AGAIN",
  "EACCES",
  "EPERM",
  "EADDRNOTAVAIL",
  "UNSPECIFIED",
]);
/** There is no such domain, or none where a web site could be. */
const NO_DOMAIN = new Set(["ENOTFOUND", "ENODATA"]);
/** A missing certificate between the host's and one that we trust. */
const INCOMPLETE_CHAIN = new Set(["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"]);

/** No TLS is spoken there at all: no browser gets in either. */
const NO_TLS = new Set(["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG"]);

/**
 * What it means for a link that its address gave no answer. `cause` is the error's code, null where there was none; `finalUrl` the address
 * that did not answer, where redirects led to another.
 */
export function judgeFailure({ code, message }: PageFailure, cause: string | null, finalUrl: string | null = null): LinkAnswer {
  return faultAnswer(ruleFor(code, cause), message, { finalUrl });
}

function ruleFor(code: PageFailure["code"], cause: string | null): LinkRuleId {
  if (cause !== null && NO_TLS.has(cause)) return "links/unreachable";
  if (cause !== null && (MAYBE_OURS.has(cause) || cause.startsWith("ERR_SSL"))) return "links/unknown";
  if (cause !== null && NO_DOMAIN.has(cause)) return "links/domain-not-found";
  if (code === "tls") return INCOMPLETE_CHAIN.has(cause ?? "") ? "links/certificate-chain" : "links/certificate";
  if (code === "redirect-loop") return "links/redirect-loop";
  if (code === "dns" || code === "refused" || code === "connection" || code === "timeout") return "links/unreachable";
  return "links/unknown";
}

/** "The certificate of mill.example expired on 3 May 2026." */
export function expiredOn(address: string, end: Date): string {
  const day = end.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `The certificate of ${new URL(address).hostname} expired on ${day}.`;
}
