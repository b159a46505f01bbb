/** Closed set of codes for errors that a person or a caller can act on. */
export const ERROR_CODES = [
  "invalid-input",
  "not-found",
  "forbidden",
  "conflict",
  "plan-limit",
  "unreachable",
  "private-address",
  "not-html",
  "robots-denied",
  "mail-refused",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error in the user's words. `retryable`: the same call may succeed later. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}
