import type { FormObject } from "#test/stripe/form-body.ts";
import type { State } from "#test/stripe/state.ts";

/** Arguments of an API handler. `id` is the variable part of the path. */
export type Call = { state: State; id: string; parameters: FormObject; publicUrl: string };

/** A route of the API; `answer` returns the object to send as JSON. @throws StripeFault */
export type Route = { method: "GET" | "POST" | "DELETE"; pattern: RegExp; answer(call: Call): unknown };

/** Returns a list in Stripe's shape. All items fit in one page here. */
export function listOf(url: string, data: unknown[]): unknown {
  return { object: "list", data, has_more: false, url };
}
