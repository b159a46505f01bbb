import { createHash } from "node:crypto";
import type { KnownAnswer, State } from "./state.ts";
import { StripeFault } from "./stripe-fault.ts";

export type KeyedRequest = { key: string | undefined; method: string; path: string; body: string };

/**
 * Returns the earlier answer for this idempotency key, or null. See https://docs.stripe.com/api/idempotent_requests.
 * @throws StripeFault when the key comes with a different request.
 */
export function findStoredAnswer(state: State, asked: KeyedRequest): KnownAnswer | null {
  const known = asked.key && asked.method === "POST" ? state.idempotency[asked.key] : undefined;
  if (!known) return null;
  if (known.fingerprint === fingerprint(asked)) return known;
  throw new StripeFault(
    400,
    "Keys for idempotent requests can only be used with the same parameters they were first used with.",
    { type: "idempotency_error" },
  );
}

/** Stores an answer for the next request with the same key, unless it is an error of our own (5xx). */
export function storeAnswer(state: State, asked: KeyedRequest, answer: { status: number; body: string }): void {
  if (!asked.key || asked.method !== "POST" || answer.status >= 500) return;
  state.idempotency[asked.key] = { fingerprint: fingerprint(asked), ...answer };
}

function fingerprint({ path, body }: KeyedRequest): string {
  return createHash("sha256").update(`${path}\n${body}`).digest("hex");
}
