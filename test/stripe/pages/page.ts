import type { State } from "#test/stripe/state.ts";

export type PageAnswer = { html: string; status?: number } | { location: string };

/** A hosted page. `form` is null when it is opened, else the submitted form. */
export type Page = { pattern: RegExp; answer(visit: { state: State; id: string; form: URLSearchParams | null }): PageAnswer };
