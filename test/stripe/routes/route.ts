import type { FormObject } from "#test/stripe/form-body.ts";
import type { State } from "#test/stripe/state.ts";

/** What a handler of the API gets. `id` is the part of the path that the pattern left open. */
export type Call = { state: State; id: string; parameters: FormObject; publicUrl: string };

/** One line of the API: answers with the object that is sent as JSON. @throws StripeFault */
export type Route = { method: "GET" | "POST" | "DELETE"; pattern: RegExp; answer(call: Call): unknown };

/** Stripe's shape of a list. Pages are not needed at this size: all fit in one. */
export function listOf(url: string, data: unknown[]): unknown {
  return { object: "list", data, has_more: false, url };
}
