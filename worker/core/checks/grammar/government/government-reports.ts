import type { Token } from "../engine/token.ts";
import { inflectVerb, verbOf } from "../engine/word-class.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { tagged } from "../syntax/tagged.ts";
import government from "./government.json" with { type: "json" };
import { governorOf, usedAfter } from "./governor.ts";

type Row = { never: ReadonlySet<string>; instead: string };

/** Tokens after a word among which its own preposition is looked for: "depends for its food on the sea". */
const FARTHEST = 7;

/** Prepositions that also say how, why or where, after any verb: "end with a song", "belongs with the others". */
const ADJUNCTS: ReadonlySet<string> = new Set(["with", "for", "from", "on", "about"]);

const TABLE: ReadonlyMap<string, Row> = new Map(government.rows.map(readRow));

/** Reads "V depend 523: of, from => on". */
function readRow(row: string): [string, Row] {
  const [governor = "", rest = ""] = row.split(/ \d+: /u);
  const [never = "", instead = ""] = rest.split(" => ");
  return [governor, { never: new Set(never.split(", ")), instead }];
}

const isGerund = tagged("VBG");

/** Returns reports of prepositions, infinitives and gerunds that never follow the word before them: "afraid from", "enjoy to swim". */
export function governmentReports(tokens: readonly Token[]): SentenceReport[] {
  return tokens.flatMap((token, at) => {
    const used = usedAfter(tokens, at);
    const governor = used && governorOf(tokens, at);
    const row = governor ? TABLE.get(governor) : undefined;
    if (!used || !governor || !row) return [];
    const isAdjunct = governor.startsWith("V ") && ADJUNCTS.has(used);
    // "Composed from scraps": of what it is made.
    const isMaterial = governor === "P composed" && used === "from";
    if (isAdjunct || isMaterial || !row.never.has(used) || isFartherOn(tokens, at, row.instead)) return [];
    const report = reportFor(tokens, at, used, row.instead);
    return report ? [{ ...report, message: messageFor(token, used, row.instead) }] : [];
  });
}

function isFartherOn(tokens: readonly Token[], at: number, instead: string): boolean {
  return tokens.slice(at + 2, at + FARTHEST).some(({ lower }) => lower === instead);
}

function reportFor(
  tokens: readonly Token[],
  at: number,
  used: string,
  instead: string,
): Omit<SentenceReport, "message"> | null {
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (!next || !after) return null;
  const base = {
    rule: "grammar/usage",
    by: "government/table",
    severity: "warning" as const,
    confidence: 0.7,
    start: next.start,
  };
  if (used === "to do") return { ...base, end: after.end, suggestions: [insteadOfInfinitive(after, instead)] };
  if (instead !== "to do") return { ...base, end: next.end, suggestions: [instead] };
  if (used === "doing") return { ...base, end: next.end, suggestions: [`to ${verbOf(next.lower)}`] };
  return isGerund(after) ? { ...base, end: after.end, suggestions: [`to ${verbOf(after.lower)}`] } : null;
}

function insteadOfInfinitive({ lower }: Token, instead: string): string {
  const gerund = inflectVerb(verbOf(lower), "G");
  return instead === "doing" ? gerund : `${instead} ${gerund}`;
}

const NAMES: Readonly<Record<string, string>> = { "to do": "an infinitive with “to”", doing: "a form in “-ing”" };
const nameOf = (used: string) => NAMES[used] ?? `“${used}”`;

function messageFor({ text }: Token, used: string, instead: string): string {
  return `After “${text}” comes ${nameOf(instead)}, not ${nameOf(used)}.`;
}
