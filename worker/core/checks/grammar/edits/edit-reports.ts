import { keepFirstOfOverlapping } from "../../overlap.ts";
import type { Token } from "../engine/token.ts";
import type { ReadSentence } from "../reader/create-reader.ts";
import { createFixReadings } from "../reader/fix-readings.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { isCounted } from "../sequences/sequence-counts.ts";
import { sequenceHashes } from "../sequences/sequence-words.ts";
import type { Edit, EditKind } from "./edit.ts";
import { editFeatures } from "./edit-features.ts";
import { chanceByWords, LEAST_DOUBT, sureness } from "./judge-edit.ts";
import { mayBeRight } from "./may-be-right.ts";
import { proposeEdits } from "./propose-edits.ts";

/** Least chance by the words beside a correction from which on its sentence is read, which is fewer than one sentence of a hundred. Each costs as much as checking thirty others. */
const LEAST_CHANCE = 0.7;
/** Least sureness of each kind to be mailed, for one alarm in 50,000 to 100,000 words of edited text, and to be shown. */
const LEAST: Readonly<Record<EditKind, { mailed: number; shown: number }>> = {
  insert: { mailed: 2.6, shown: 1.2 },
  delete: { mailed: 4, shown: 2.6 },
  replace: { mailed: 2.2, shown: 1.4 },
  form: { mailed: 3, shown: 1.8 },
};
const CONFIDENCE = 0.65;
const SHOWN_CONFIDENCE = 0.5;

type EditTools = { isWord(word: string): boolean; readSentence: ReadSentence };

/** Returns reports of small words that are missing, one too many or written for others, and of words in a wrong form. */
export function editReports(tokens: readonly Token[], { isWord, readSentence }: EditTools): SentenceReport[] {
  const hashes = sequenceHashes(tokens, isCounted);
  const readFix = createFixReadings(tokens, readSentence, LEAST_DOUBT);
  const needed = proposeEdits(tokens, hashes).flatMap((edit) => {
    if (mayBeRight(tokens, edit)) return [];
    const { mailed, shown } = LEAST[edit.kind];
    const chance = chanceByWords(edit.kind, editFeatures(tokens, hashes, edit));
    if (chance < LEAST_CHANCE || (edit.kind === "form" && !isWord(edit.fix))) return [];
    const reading = readFix(edit);
    if (!reading) return [];
    const sure = sureness(edit.kind, chance, reading);
    const report = sure < shown ? null : reportFor(tokens, edit, sure < mailed ? SHOWN_CONFIDENCE : CONFIDENCE);
    return report ? [{ report, excess: sure - mailed }] : [];
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
