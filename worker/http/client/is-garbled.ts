/** The code for two Content-Length headers, equal or not: undici reads them as one number, which no body has. */
const TWO_LENGTHS = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";

/** Codes for an answer that does not begin like HTTP, which no browser shows, and for one that breaks off. */
const NOT_FORGIVEN = new Set(["HPE_INVALID_CONSTANT", "HPE_INVALID_EOF_STATE"]);

/** Returns true for the code of an answer that breaks the rules of HTTP. Browsers forgive much of that. */
export function isGarbled(cause: string | null): boolean {
  return cause !== null && ((cause.startsWith("HPE_") && !NOT_FORGIVEN.has(cause)) || cause === TWO_LENGTHS);
}
