import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { faultyAnswer, type LinkAnswer } from "../link-answer.ts";
import type { LinkRuleId } from "../link-rules.ts";

/** Node error codes whose cause may be on our side, so they never count as broken. */
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
/** The domain does not exist, or has no address. */
const NO_DOMAIN = new Set(["ENOTFOUND", "ENODATA"]);
/** The server does not send an intermediate certificate. */
const INCOMPLETE_CHAIN = new Set(["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"]);

/** The answer does not begin like HTTP, so browsers fail, too. */
const NO_HTTP = "HPE_INVALID_CONSTANT";

/** The server does not speak TLS at all, so browsers fail, too. */
const NO_TLS = new Set(["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG"]);

/**
 * Judges a link whose target gave no answer. `cause` is the error's code, if any; `finalUrl` is the redirect target that did
 * not answer, if different.
 */
export function judgeFailure({ code, message }: PageFailure, cause: string | null, finalUrl: string | null = null): LinkAnswer {
  return faultyAnswer(ruleFor(code, cause), message, { finalUrl });
}

function ruleFor(code: PageFailure["code"], cause: string | null): LinkRuleId {
  if (cause !== null && NO_TLS.has(cause)) return "links/unreachable";
  if (cause !== null && (MAYBE_OURS.has(cause) || cause.startsWith("ERR_SSL"))) return "links/unknown";
  // Browsers understand many answers that our parser refuses.
  if (cause?.startsWith("HPE_") && cause !== NO_HTTP) return "links/unknown";
  if (cause !== null && NO_DOMAIN.has(cause)) return "links/domain-not-found";
  if (code === "tls") return INCOMPLETE_CHAIN.has(cause ?? "") ? "links/certificate-chain" : "links/certificate";
  if (code === "redirect-loop") return "links/redirect-loop";
  if (code === "dns" || code === "refused" || code === "connection" || code === "timeout") return "links/unreachable";
  return "links/unknown";
}

/** Formats "The certificate of mill.example expired on 3 May 2026." */
export function describeExpiredCertificate(address: string, end: Date): string {
  const day = end.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `The certificate of ${new URL(address).hostname} expired on ${day}.`;
}
