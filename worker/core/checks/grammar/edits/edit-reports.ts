import { keepFirstOfOverlapping } from "../../overlap.ts";
import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { isCounted } from "../sequences/sequence-counts.ts";
import { sequenceHashes } from "../sequences/sequence-words.ts";
import type { Edit, EditKind } from "./edit.ts";
import { editFeatures } from "./edit-features.ts";
import { sureness } from "./judge-edit.ts";
import { mayBeRight } from "./may-be-right.ts";
import { proposeEdits } from "./propose-edits.ts";

/** Least sureness of a report of each kind, for a few false alarms in 100,000 words of edited text. */
const LEAST: Readonly<Record<EditKind, number>> = { insert: 0.7, delete: 1.4, replace: 2, form: 2.5 };
/** Excess over the least sureness from which five of six reports on real sites were true, and these are mailed; of the others half were. */
const MAILED = 2;
const CONFIDENCE = 0.65;
const SHOWN_CONFIDENCE = 0.5;

/** Returns reports of small words that are missing, one too many or written for others, and of words in a wrong form. */
export function editReports(tokens: readonly Token[], isWord: (word: string) => boolean): SentenceReport[] {
  const hashes = sequenceHashes(tokens, isCounted);
  const needed = proposeEdits(tokens, hashes).flatMap((edit) => {
    if (mayBeRight(tokens, edit)) return [];
    const excess = sureness(edit.kind, editFeatures(tokens, hashes, edit)) - LEAST[edit.kind];
    if (excess < 0 || (edit.kind === "form" && !isWord(edit.fix))) return [];
    const report = reportFor(tokens, edit, excess < MAILED ? SHOWN_CONFIDENCE : CONFIDENCE);
    return report ? [{ report, excess }] : [];
  });
  const surestFirst = needed.sort((a, b) => b.excess - a.excess).map(({ report }) => report);
  return keepFirstOfOverlapping(surestFirst, (report) => report);
}

function reportFor(tokens: readonly Token[], { kind, from, to, fix }: Edit, confidence: number): SentenceReport | null {
  const [before, own, next] = [tokens[from - 1], tokens[from], tokens[to]];
  if (!own || !before || !next) return null;
  const base = { by: `edits/${kind}`, severity: "warning" as const, confidence };
  const place = { start: own.start, end: own.end };
  const capital = own.text === own.lower ? fix : fix.charAt(0).toUpperCase() + fix.slice(1);
  switch (kind) {
    case "insert": {
      const right = `${before.text} ${fix} ${own.text}`;
      const message = `Add “${fix}”: write “${right}”, not “${before.text} ${own.text}”.`;
      return { ...base, rule: "grammar/usage", message, start: before.start, end: own.end, suggestions: [right] };
    }
    case "delete": {
      const right = next.kind === "word" ? next.text : "";
      const written = right === "" ? own.text : `${own.text} ${right}`;
      const message = `Leave out “${own.text}”: write “${right}”, not “${written}”.`;
      return { ...base, rule: "grammar/usage", message, start: own.start, end: next.end, suggestions: [right] };
    }
    case "replace":
      return {
        ...base,
        rule: "grammar/wrong-word",
        message: `You probably mean “${capital}”, not “${own.text}”.`,
        ...place,
        suggestions: [capital],
      };
    case "form":
      return {
        ...base,
        rule: "grammar/verb-or-word-form",
        message: `This form is wrong here: write “${capital}”, not “${own.text}”.`,
        ...place,
        suggestions: [capital],
      };
    default:
      return kind satisfies never;
  }
}
