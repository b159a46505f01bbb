import { z } from "zod";
import { CHECK_IDS } from "../../checks/check-kinds.ts";

/** States to filter by. `open` includes Issues that came back. */
export const LIST_STATES = ["open", "recurring", "snoozed", "ignored", "fixed"] as const;
export type ListState = (typeof LIST_STATES)[number];

/** `sure`: mailed as well; `hints`: too uncertain to mail, or a link that failed only once. */
export const CONFIDENCES = ["sure", "hints", "all"] as const;
export const AGES = ["new", "week", "month", "older"] as const;
export const SORTS = ["weight", "newest", "page", "a-z"] as const;
export const GROUPINGS = ["none", "mistake", "page"] as const;

export const LONGEST_SEARCH = 100;
/** Rows on one page of the list. */
export const LIST_PAGE_SIZE = 50;
const LAST_PAGE = 4_000;
const LONGEST_NAME = 200;

const search = z
  .string()
  .transform((typed) => typed.replaceAll("\0", "").replace(/\s+/gu, " ").trim().slice(0, LONGEST_SEARCH).toWellFormed());
const name = z
  .string()
  .max(LONGEST_NAME)
  .refine((typed) => !typed.includes("\0") && typed.isWellFormed());

/** Invalid values count as absent, because people type addresses and keep old ones. */
const querySchema = z.object({
  q: search.catch(""),
  check: z.enum(CHECK_IDS).optional().catch(undefined),
  rule: name
    .regex(/^[\w./-]+$/)
    .optional()
    .catch(undefined),
  state: z.enum(LIST_STATES).catch("open"),
  confidence: z.enum(CONFIDENCES).optional().catch(undefined),
  /** First segment of the path of a page; "" is the start page. */
  section: name.optional().catch(undefined),
  pageId: z.uuid().optional().catch(undefined),
  age: z.enum(AGES).optional().catch(undefined),
  /** Id of a member, or "none". */
  assignee: name
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
  /** All Issues about one mistake: see `mistakeKey` in the migration of the list. */
  mistake: z.string().refine(isBigint).optional().catch(undefined),
  /** One Site of the Team. */
  site: z.uuid().optional().catch(undefined),
  sort: z.enum(SORTS).catch("weight"),
  group: z.enum(GROUPINGS).catch("none"),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});

/** Made once: a page of the list has some fifty links. */
const QUERY_KEYS = querySchema.keyof().options;
const USUAL_QUERY = querySchema.parse({});

/** The list of Issues that an address asks for. */
export type IssueListQuery = Omit<z.infer<typeof querySchema>, "confidence"> & { confidence: (typeof CONFIDENCES)[number] };

/** Reads the list that an address asks for. `state=hints` is from earlier versions. Hints are apart from open Issues unless wanted. */
export function parseIssueListQuery(values: Readonly<Record<string, string | string[] | undefined>>): IssueListQuery {
  const { confidence, ...query } = querySchema.parse(values);
  const usual = values.state === "hints" ? "hints" : usualConfidence(query.state);
  return { ...query, confidence: confidence ?? usual };
}

/** Returns the query string of a list, without usual values; "" if all are usual. */
export function issueListSearch(query: IssueListQuery): string {
  const usual: IssueListQuery = { ...USUAL_QUERY, confidence: usualConfidence(query.state) };
  const search = new URLSearchParams();
  for (const key of QUERY_KEYS) {
    const value = query[key];
    if (value !== undefined && value !== usual[key]) search.set(key, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** Returns how sure the Issues of a state are if the address does not say: all open ones that are mailed. */
export function usualConfidence(state: ListState): IssueListQuery["confidence"] {
  return state === "open" ? "sure" : "all";
}

/** True if a column of 64 bits can have this value. */
function isBigint(digits: string): boolean {
  return /^-?\d{1,19}$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
}
