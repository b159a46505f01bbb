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
import type { Token } from "../engine/tokens.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { ADVICE } from "./advice-phrases.ts";
import { ACRONYM_AND_WORD, CONTRACTION, DATED_TERM, PLAIN_PHRASES, STUFFY_WORDS, SWEAR_WORD } from "./retext-choices.ts";

const english = retext().use(retextEnglish).freeze();

/** What a plugin flags: its own name for the phrase, the stretch as written, what to write instead. */
type Hit = { id: string; written: string; expected: readonly string[] };
/** A plugin, and how its hits are reported. A text without the cue is not parsed: that costs more than all our own rules together. */
type RuleSet = {
  said: Omit<PatternGroup, "patterns">;
  by: string;
  cue: RegExp;
  processor: Pick<typeof english, "processSync">;
  takes?(hit: Hit): boolean;
  /** What belongs to a hit of the text before it. */
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
    takes: ({ written }) => CONTRACTION.test(written) && !/['’]|^\p{Lu}{2}/u.test(written),
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
    // Not "arm mortgage", which is plain words; nor "IBM Corporation" or "START treaty", which are names, nor code in BASIC.
    takes: ({ id, written }) => /^\p{Lu}{2,}s? \p{L}\p{Ll}/u.test(written) && !/^(?:basic|ibm|salt|start)$/u.test(id),
  },
];

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

/** Reports of the retext rules that are always on. */
export function retextReports(text: string, tokens: readonly Token[]): SentenceReport[] {
  return ALWAYS.flatMap((rules) => reportsBy(rules, text, tokens, 0));
}

/** Reports of the kinds of advice that a Site's owner wants. */
export function styleReports(text: string, tokens: readonly Token[], wanted: readonly StyleRule[]): SentenceReport[] {
  const own = ownAdvice(text, tokens).filter(({ rule }) => wanted.some((one) => ADVICE[one].rule === rule));
  return [...wanted.flatMap((rule) => reportsBy(ADVISED[rule], text, tokens, LONGEST_PIECE)), ...own];
}

/** Reads a text with a plugin, sentence by sentence (`piece` 0) or of so many characters at once, which is faster where most have its cue. */
function reportsBy(rules: RuleSet, text: string, tokens: readonly Token[], piece: number): SentenceReport[] {
  if (!rules.cue.test(text)) return [];
  return piecesOf(text, tokens, piece).flatMap(({ start, end }) => {
    const read = text.slice(start, end);
    if (!rules.cue.test(read)) return [];
    return rules.processor.processSync(read).messages.flatMap(({ place, ruleId: id = "", expected = [] }) => {
      const [from, to] = place && "start" in place ? [place.start.offset, place.end.offset] : [];
      if (from === undefined || to === undefined) return [];
      const hit = { id, written: read.slice(from, to), expected };
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

/** Characters that retext reads at once: its time grows with the square of a text that has no full stops. */
const LONGEST_PIECE = 2000;

/** A text in pieces of whole sentences, and between words where a sentence is longer; without words that are longer than a piece. */
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
