/** Node reports ENOTFOUND also for names that exist without an address (mail domains); libuv's UV_EAI_NODATA distinguishes them. */
const NO_ADDRESS = -3007;

/**
 * Returns the code that says why a request failed (ENOTFOUND, CERT_HAS_EXPIRED, UND_ERR_HEADERS_TIMEOUT …), searched for in the error, its
 * causes and the attempts of an AggregateError; null when there is none.
 */
export function errorCode(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 5) return null;
  if (error.name === "TimeoutError") return "TIMEOUT";
  if (error instanceof AggregateError) {
    const [first] = error.errors;
    const code = errorCode(first, depth + 1);
    if (code !== null) return code;
  }
  // undici gives no code, only words.
  if (error.name === "HTTPParserError") return parserCode(error.message);
  if (error.message === UNASKED_CONTINUE) return "HPE_ERROR";
  if ("errno" in error && error.errno === NO_ADDRESS) return "ENODATA";
  if ("code" in error && typeof error.code === "string") return error.code;
  return errorCode(error.cause, depth + 1);
}

/** undici's words for an answer that begins with "100 Continue", which browsers skip. */
const UNASKED_CONTINUE = "bad response";

function parserCode(message: string): string {
  if (message.includes("Expected HTTP/")) return "HPE_INVALID_CONSTANT";
  return message.includes("Invalid EOF state") ? "HPE_INVALID_EOF_STATE" : "HPE_ERROR";
}
