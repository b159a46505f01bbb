import { z } from "zod";
import { PAGE_STATES } from "./page-state.ts";

/** The part of a Site's list of pages that an address shows. Invalid values count as absent. */
const pageListQuery = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .transform((typed) => typed.replaceAll("\0", ""))
    .catch(""),
  state: z.enum(PAGE_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PageListQuery = z.infer<typeof pageListQuery>;

/** Returns the query of an address. */
export function parsePageListQuery(search: Record<string, unknown>): PageListQuery {
  return pageListQuery.parse(search);
}

/** Returns the search part of the address that shows this: "?state=gone&page=2", or "". */
export function pageListSearch({ q, state, page }: Partial<PageListQuery>): string {
  const fields = { ...(q ? { q } : {}), ...(state ? { state } : {}), ...(page && page > 1 ? { page: String(page) } : {}) };
  const search = new URLSearchParams(fields).toString();
  return search === "" ? "" : `?${search}`;
}
