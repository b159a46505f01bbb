/** Names and counts of one kind of check. */
type CheckKind = {
  /** `texts`: reads Blocks, as core/checks/registry.ts defines; `house-style`: compares Blocks with a Team's own rules; `links`: judges link targets. */
  examines: "texts" | "house-style" | "links";
  /** Heading above a list of its Issues. */
  heading: string;
  /** Heading above one Issue in a mail. */
  label: string;
  /** Nouns for one Issue and for several. */
  nouns: readonly [one: string, many: string];
  /** Noun for one Issue in a first report. */
  mailNoun: string;
  /** Names what Issues share that are alike, so that a mail shows one of many: see worker/core/digest/choose-items.ts. */
  alikeBy: "nothing" | "rule" | "host" | "text";
  /** True if a first report without any Issue mentions this check. */
  saysNone: boolean;
};

const KINDS = {
  spelling: {
    examines: "texts",
    heading: "Spelling",
    label: "Spelling",
    nouns: ["spelling mistake", "spelling mistakes"],
    mailNoun: "misspelling",
    alikeBy: "nothing",
    saysNone: true,
  },
  grammar: {
    examines: "texts",
    heading: "Grammar",
    label: "Grammar",
    nouns: ["grammar mistake", "grammar mistakes"],
    mailNoun: "grammar mistake",
    alikeBy: "nothing",
    saysNone: true,
  },
  content: {
    examines: "texts",
    heading: "Leftover text",
    label: "Leftover text",
    nouns: ["left-over text", "left-over texts"],
    mailNoun: "left-over text",
    alikeBy: "rule",
    saysNone: false,
  },
  style: {
    examines: "house-style",
    heading: "House style",
    label: "House style",
    nouns: ["house style issue", "house style issues"],
    mailNoun: "house style issue",
    alikeBy: "text",
    saysNone: false,
  },
  links: {
    examines: "links",
    heading: "Links",
    label: "Link",
    nouns: ["link issue", "link issues"],
    mailNoun: "broken link",
    alikeBy: "host",
    saysNone: true,
  },
} as const satisfies Record<string, CheckKind>;

export type CheckId = keyof typeof KINDS;
/** Checks that read texts; each has a `TextCheck` in the registry. */
export type TextCheckId = { [Id in CheckId]: (typeof KINDS)[Id]["examines"] extends "texts" ? Id : never }[CheckId];

/**
 * All kinds of checks, in the order in which mails, pages and reports list them. To add a check, add an entry here and, if it
 * reads texts, one in the registry.
 */
export const CHECK_KINDS: Readonly<Record<CheckId, CheckKind>> = KINDS;
export const CHECK_IDS: readonly CheckId[] = Object.keys(CHECK_KINDS).filter(isCheckId);
export const TEXT_CHECK_IDS: readonly TextCheckId[] = CHECK_IDS.filter(isTextCheck);

/** True if a text is the id of a check. */
export function isCheckId(text: string): text is CheckId {
  return Object.hasOwn(CHECK_KINDS, text);
}

/** True if a check reads texts by itself: it has a `TextCheck`. */
export function isTextCheck(check: CheckId): check is TextCheckId {
  return CHECK_KINDS[check].examines === "texts";
}

/** True if a check needs the texts of pages. */
export function needsTexts(check: CheckId): boolean {
  return CHECK_KINDS[check].examines !== "links";
}

/** One number per check. */
export type CheckCounts = Record<CheckId, number>;

/** Returns new counts, all zero. */
export function zeroCounts(): CheckCounts {
  return completeCounts({});
}

/** Returns counts with zero for each missing check, and drops checks that this version does not know. */
export function completeCounts(counts: Readonly<Record<string, number>>): CheckCounts {
  const complete = Object.fromEntries(CHECK_IDS.map((id) => [id, counts[id] ?? 0]));
  if (!countsEach(complete)) throw new Error("A check has no count.");
  return complete;
}

function countsEach(counts: Partial<CheckCounts>): counts is CheckCounts {
  return CHECK_IDS.every((id) => counts[id] !== undefined);
}
