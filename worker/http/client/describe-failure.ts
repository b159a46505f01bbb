import type { PageFailure, PageFailureCode } from "#worker/core/page/page-failure.ts";
import { HOST_HELD_CODE } from "../pace/host-held.ts";
import { errorCode } from "./error-code.ts";
import { BLOCKED_PORT_CODE, PRIVATE_ADDRESS_CODE } from "./guarded-agent.ts";
import { UNKNOWN_ENCODING_CODE } from "./unpack.ts";

type Description = readonly [PageFailureCode, (host: string) => string];

const DOES_NOT_EXIST: Description = ["dns", (host) => `The domain ${host} does not exist.`];
const NOT_FOUND_NOW: Description = ["dns", (host) => `We could not look up the domain ${host}.`];
const CLOSED: Description = ["connection", (host) => `${host} closed the connection without a complete answer.`];
const SLOW: Description = ["timeout", (host) => `${host} did not answer in time.`];
const NOT_UNDERSTOOD: Description = ["connection", (host) => `We could not understand the answer of ${host}.`];
const UNTRUSTED: Description = [
  "tls",
  (host) => `The certificate of ${host} is not signed by an authority that browsers trust.`,
];
const CANNOT_BE_REACHED: Description = ["connection", (host) => `We could not reach ${host}.`];
const INCOMPLETE: Description = [
  "tls",
  (host) => `${host} does not send its complete certificate chain, so some browsers show a warning instead of the page.`,
];
const UNPACKED_BADLY: Description = ["bad-encoding", () => "The page's compressed content is damaged."];
const CUT_SHORT: Description = ["truncated", () => "The page ended too early: the connection broke while we read it."];

const BY_CODE: Record<string, Description> = {
  ENOTFOUND: DOES_NOT_EXIST,
  ENODATA: ["dns", (host) => `The domain ${host} has no IP address, so there is no website.`],
  EAI_AGAIN: NOT_FOUND_NOW,
  EAI_FAIL: NOT_FOUND_NOW,
  /** Names that are too long to look up. */
  EINVAL: NOT_FOUND_NOW,
  ESERVFAIL: NOT_FOUND_NOW,
  ETIMEOUT: NOT_FOUND_NOW,
  ECONNREFUSED: ["refused", (host) => `${host} refused the connection.`],
  EHOSTUNREACH: CANNOT_BE_REACHED,
  ENETDOWN: CANNOT_BE_REACHED,
  ENETUNREACH: CANNOT_BE_REACHED,
  EADDRNOTAVAIL: CANNOT_BE_REACHED,
  EACCES: CANNOT_BE_REACHED,
  EPERM: CANNOT_BE_REACHED,
  ECONNRESET: CLOSED,
  ECONNABORTED: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  ETIMEDOUT: SLOW,
  TIMEOUT: SLOW,
  UND_ERR_CONNECT_TIMEOUT: SLOW,
  UND_ERR_HEADERS_TIMEOUT: SLOW,
  UND_ERR_BODY_TIMEOUT: SLOW,
  UND_ERR_HEADERS_OVERFLOW: NOT_UNDERSTOOD,
  [PRIVATE_ADDRESS_CODE]: ["private-address", (host) => `${host} is on a private network, which we do not visit.`],
  CERT_HAS_EXPIRED: ["tls", (host) => `The certificate of ${host} has expired.`],
  CERT_NOT_YET_VALID: ["tls", (host) => `The certificate of ${host} is not valid yet.`],
  ERR_TLS_CERT_ALTNAME_INVALID: ["tls", (host) => `The certificate of ${host} was issued for another host.`],
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: INCOMPLETE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: INCOMPLETE,
  INVALID_CA: UNTRUSTED,
  INVALID_PURPOSE: UNTRUSTED,
  PATH_LENGTH_EXCEEDED: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  /** Node's code for any other fault of a certificate, such as a key that is too short. */
  UNSPECIFIED: ["tls", (host) => `The certificate of ${host} is not valid.`],
  EPROTO: ["tls", (host) => `We could not make a secure connection to ${host}.`],
  [BLOCKED_PORT_CODE]: ["refused", (host) => `This address of ${host} uses a port that browsers block.`],
  [HOST_HELD_CODE]: ["rate-limited", (host) => `${host} asked us to try again later.`],
  [UNKNOWN_ENCODING_CODE]: ["bad-encoding", () => "The page uses a compression that browsers do not support."],
  Z_BUF_ERROR: CUT_SHORT,
};

/** Describes a request's error for the site's owner; null when it is not the network's but a fault of ours. */
export function describeFailure(error: unknown, url: string): PageFailure | null {
  const code = errorCode(error);
  if (code === null) return null;
  const [kind, describe] = BY_CODE[code] ?? byPrefix(code) ?? [];
  return kind && describe ? { code: kind, message: describe(new URL(url).hostname) } : null;
}

function byPrefix(code: string): Description | undefined {
  if (code.startsWith("HPE_")) return NOT_UNDERSTOOD;
  if (code.startsWith("ERR_HTTP2_") || code === "UND_ERR_INFO") return CLOSED;
  if (code.startsWith("UND_ERR_RES_CONTENT_LENGTH") || code === "UND_ERR_ABORTED") return CUT_SHORT;
  if (code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS")) return BY_CODE.EPROTO;
  if (code.startsWith("CERT_")) return UNTRUSTED;
  if (code.startsWith("ERR__ERROR_") || code.startsWith("ERR_BROTLI") || /^Z(?:STD)?_/.test(code)) return UNPACKED_BADLY;
  return undefined;
}
