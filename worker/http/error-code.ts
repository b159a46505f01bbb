/**
 * The code that says why a request failed (ENOTFOUND, CERT_HAS_EXPIRED, UND_ERR_HEADERS_TIMEOUT …), looked for in the error, its causes and
 * the attempts that it sums up; null when there is none.
 */
export function errorCode(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 5) return null;
  if (error.name === "TimeoutError") return "TIMEOUT";
  if (error instanceof AggregateError) {
    const [first] = error.errors;
    const code = errorCode(first, depth + 1);
    if (code !== null) return code;
  }
  if (error.name === "HTTPParserError") return "HPE_ERROR";
  if ("code" in error && typeof error.code === "string") return error.code;
  return errorCode(error.cause, depth + 1);
}
