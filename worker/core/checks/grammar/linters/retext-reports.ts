import { retext } from "retext";
import retextContractions from "retext-contractions";
import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import retextPassive from "retext-passive";
import retextProfanities from "retext-profanities/en";
import retextReadability from "retext-readability";
import retextRedundantAcronyms from "retext-redundant-acronyms";
import retextSimplify from "retext-simplify";
import type { StyleRule } from "../../../style-rules.ts";
import { createPatternReports } from "../engine/match-patterns.ts";
import type { PatternGroup } from "../engine/pattern-rule.ts";
import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { ADVICE } from "./advice-phrases.ts";
import { ACRONYM_AND_WORD, CONTRACTION, DATED_TERM, PLAIN_PHRASES, STUFFY_WORDS, SWEAR_WORD } from "./retext-choices.ts";

const english = retext().use(retextEnglish).freeze();

/** A message of a plugin: its id for the phrase, the text as written and around it, and the replacements. */
type Hit = { id: string; written: string; expected: readonly string[]; before: string; after: string };
/**
 * A plugin, and the fields of its reports. Only a text that matches `cue` is parsed, because parsing takes longer than all our
 * own rules.
 */
type RuleSet = {
  said: Omit<PatternGroup, "patterns">;
  by: string;
  cue: RegExp;
  processor: Pick<typeof english, "processSync">;
  takes?(hit: Hit): boolean;
  /** Matches the text directly before a hit that belongs to it, such as the "was" of a passive. */
  leading?: RegExp;
};

const ALWAYS: readonly RuleSet[] = [
  {
    said: {
      rule: "grammar/contraction",
      severity: "error",
      confidence: 0.85,
      message: "“{text}” lacks its apostrophe: “{fix}”.",
    },
    by: "retext/contractions",
    cue: CONTRACTION,
    processor: english().use(retextContractions, { straight: true }).freeze(),
    takes: ({ written, before, after }) =>
      CONTRACTION.test(written) &&
      !/['’]|^\p{Lu}{2}/u.test(written) &&
      !(written === "Ive" && isName(before, after)) &&
      // "The whats and whys".
      !(written.toLowerCase() === "whats" && /\bthe $/iu.test(before)),
  },
  {
    said: {
      rule: "grammar/redundancy",
      severity: "hint",
      confidence: 0.5,
      message: "“{text}” says one thing twice; “{fix}” is enough.",
    },
    by: "retext/redundant-acronyms",
    cue: ACRONYM_AND_WORD,
    processor: english().use(retextRedundantAcronyms).freeze(),
    // Skips "arm mortgage", which is two plain words, names such as "IBM Corporation" and "START treaty", and "BASIC code".
    takes: ({ id, written }) => /^\p{Lu}{2,}s? \p{L}\p{Ll}/u.test(written) && !/^(?:basic|ibm|salt|start)$/u.test(id),
  },
];

/** Returns true for a word between texts where it is a name: "Jony Ive left", "by Ive", "Ive Miller". */
function isName(before: string, after: string): boolean {
  return (
    /^(?:\p{Lu}|(?:by|with|from|and)$)/u.test(before.slice(before.trimEnd().lastIndexOf(" ") + 1).trimEnd()) ||
    /^(?: \p{Lu}|[’']s)/u.test(after)
  );
}

const ADVISED: Readonly<Record<StyleRule, RuleSet>> = {
  wordiness: {
    said: ADVICE.wordiness,
    by: "retext/simplify",
    cue: /\p{L}/u,
    processor: english().use(retextSimplify).freeze(),
    takes: ({ id, expected }) => expected.length > 0 && (id.includes("-") ? !PLAIN_PHRASES.has(id) : STUFFY_WORDS.has(id)),
  },
  passive: {
    said: ADVICE.passive,
    by: "retext/passive",
    cue: /\b(?:am|are|be|been|being|is|was|were)\b/iu,
    processor: english().use(retextPassive).freeze(),
    leading: /\b(?:am|are|be|been|being|is|was|were)\s{1,9}$/iu,
  },
  sensitive: {
    said: ADVICE.sensitive,
    by: "retext/equality",
    cue: /\p{L}/u,
    processor: english().use(retextEquality, { binary: true }).freeze(),
    takes: ({ id }) => DATED_TERM.test(id),
  },
  readability: {
    said: ADVICE.readability,
    by: "retext/readability",
    cue: /(?:\S{1,40}\s{1,3}){24}/u,
    processor: english().use(retextReadability, { age: 18, minWords: 25 }).freeze(),
  },
  profanity: {
    said: ADVICE.profanity,
    by: "retext/profanities",
    cue: /\p{L}/u,
    processor: english().use(retextProfanities, { sureness: 2 }).freeze(),
    takes: ({ id }) => SWEAR_WORD.test(id),
  },
};

const ownAdvice = createPatternReports(Object.values(ADVICE));

/** Returns the reports of the retext rules that are always on. */
export function retextReports(text: string, tokens: readonly Token[]): SentenceReport[] {
  return ALWAYS.flatMap((rules) => reportsBy(rules, text, tokens, 0));
}

/** Returns the reports of the kinds of advice that the owner of a Site wants. */
export function styleReports(text: string, tokens: readonly Token[], wanted: readonly StyleRule[]): SentenceReport[] {
  const own = ownAdvice(text, tokens).filter(({ rule }) => wanted.some((one) => ADVICE[one].rule === rule));
  return [...wanted.flatMap((rule) => reportsBy(ADVISED[rule], text, tokens, LONGEST_PIECE)), ...own];
}

/**
 * Runs a plugin on a text, sentence by sentence if `piece` is 0, else in pieces of up to so many characters, which is faster if
 * most of them match the cue.
 */
function reportsBy(rules: RuleSet, text: string, tokens: readonly Token[], piece: number): SentenceReport[] {
  if (!rules.cue.test(text)) return [];
  return piecesOf(text, tokens, piece).flatMap(({ start, end }) => {
    const read = text.slice(start, end);
    if (!rules.cue.test(read)) return [];
    return rules.processor.processSync(read).messages.flatMap(({ place, ruleId: id = "", expected = [] }) => {
      const [from, to] = place && "start" in place ? [place.start.offset, place.end.offset] : [];
      if (from === undefined || to === undefined) return [];
      const hit = { id, written: read.slice(from, to), expected, before: read.slice(0, from), after: read.slice(to) };
      if (rules.takes && !rules.takes(hit)) return [];
      const lead = rules.leading?.exec(read.slice(0, from))?.[0].length ?? 0;
      return [reportFor(rules, hit, text, start + from - lead, start + to)];
    });
  });
}

function reportFor(
  { said, by }: RuleSet,
  { written, expected }: Hit,
  text: string,
  start: number,
  end: number,
): SentenceReport {
  const suggestions = expected.map((fix) => (/^\p{Lu}\p{Ll}/u.test(written) ? capitalized(fix) : fix));
  const { rule, severity, confidence } = said;
  const message = said.message.replace("{text}", () => text.slice(start, end)).replace("{fix}", () => suggestions[0] ?? "");
  return { rule, by, severity, confidence, message, start, end, suggestions };
}

/** Limits the characters that retext reads at once, because its time grows with the square of a text without full stops. */
const LONGEST_PIECE = 2000;

/**
 * Returns the ranges of pieces of a text. Each consists of whole sentences, or of whole words if a sentence is longer than a
 * piece can be. Leaves out words that are longer than a piece can be.
 */
function piecesOf(text: string, tokens: readonly Token[], piece: number): { start: number; end: number }[] {
  const cuts = [0];
  let edge = 0;
  for (const token of tokens) {
    const from = cuts.at(-1) ?? 0;
    if (token.end - from > piece && edge > from) cuts.push(edge);
    if (token.end - Math.max(from, edge) > LONGEST_PIECE) cuts.push(token.start);
    if (token.kind === "edge") edge = token.start;
  }
  cuts.push(text.length);
  return cuts
    .map((end, at) => ({ start: cuts[at - 1] ?? 0, end }))
    .filter(({ start, end }) => end > start && end - start <= LONGEST_PIECE);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
