/** The code for two Content-Length headers, equal or not: undici reads them as one number, which no body has. */
const TWO_LENGTHS = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";

/** The code for an answer that does not begin like HTTP. No browser shows it. */
const NO_HTTP = "HPE_INVALID_CONSTANT";

/** Returns true for the code of an answer that breaks the rules of HTTP. Browsers forgive much of that. */
export function isGarbled(cause: string | null): boolean {
  return cause !== null && ((cause.startsWith("HPE_") && cause !== NO_HTTP) || cause === TWO_LENGTHS);
}
