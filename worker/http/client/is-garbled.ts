/** The code for two Content-Length headers, equal or not: undici reads them as one number, which no body has. */
const TWO_LENGTHS = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";

/** The code for an answer that breaks off. */
const BROKEN_OFF = "HPE_INVALID_EOF_STATE";

/** Returns true for the code of an answer that breaks the rules of HTTP. Browsers forgive much of that. */
export function isGarbled(cause: string | null): boolean {
  return cause !== null && ((cause.startsWith("HPE_") && cause !== BROKEN_OFF) || cause === TWO_LENGTHS);
}
