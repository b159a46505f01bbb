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

/** Returns one page of a list, as Stripe cuts it. */
export function pageOf(
  url: string,
  data: { id: string }[],
  { limit = "10", starting_after: after }: { limit?: string | undefined; starting_after?: string | undefined },
): unknown {
  const start = after === undefined ? 0 : data.findIndex(({ id }) => id === after) + 1;
  const end = start + Number(limit);
  return { object: "list", data: data.slice(start, end), has_more: end < data.length, url };
}
