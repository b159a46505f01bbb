import type { Edit, EditKind } from "#worker/core/checks/grammar/edits/edit.ts";
import { type EditFeatures, editFeatures } from "#worker/core/checks/grammar/edits/edit-features.ts";
import { LEAST_DOUBT } from "#worker/core/checks/grammar/edits/judge-edit.ts";
import { proposeEdits } from "#worker/core/checks/grammar/edits/propose-edits.ts";
import { RIVALS, SMALL_WORDS } from "#worker/core/checks/grammar/edits/small-words.ts";
import { formsOf } from "#worker/core/checks/grammar/edits/word-forms.ts";
import { editedTokens } from "#worker/core/checks/grammar/engine/edited-tokens.ts";
import { tagWords } from "#worker/core/checks/grammar/engine/tag-words.ts";
import type { Token } from "#worker/core/checks/grammar/engine/token.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import type { ReadSentence } from "#worker/core/checks/grammar/reader/create-reader.ts";
import { createFixReadings, type FixReading } from "#worker/core/checks/grammar/reader/fix-readings.ts";
import { isCounted } from "#worker/core/checks/grammar/sequences/sequence-counts.ts";
import { sequenceHashes } from "#worker/core/checks/grammar/sequences/sequence-words.ts";
import { OBJECT_PLACEHOLDER } from "#worker/core/page/block.ts";

/** A correction that was proposed in a text, and what speaks for it. `read` reads its sentence. */
export type JudgedEdit = { kind: EditKind; features: EditFeatures; about: string; read(): FixReading | null };

const AROUND = 5;

function judged(tokens: readonly Token[], read: ReadSentence, wanted: (edit: Edit) => boolean): JudgedEdit[] {
  const hashes = sequenceHashes(tokens, isCounted);
  const readFix = createFixReadings(tokens, read, LEAST_DOUBT);
  return proposeEdits(tokens, hashes)
    .filter(wanted)
    .map((edit) => ({
      kind: edit.kind,
      features: editFeatures(tokens, hashes, edit),
      about: aboutOf(tokens, edit),
      read: () => readFix(edit),
    }));
}

function aboutOf(tokens: readonly Token[], { from, to, fix }: Edit): string {
  const text = (start: number, end: number) => tokens.slice(Math.max(0, start), end).map((token) => token.text);
  return [...text(from - AROUND, from), `[${text(from, to).join(" ")}→${fix}]`, ...text(to, to + AROUND)].join(" ");
}

/** Returns those of the corrections proposed in a sentence that are its own: what is marked becomes one of those given. */
export function editsOfSlip(
  text: string,
  { start, marked, corrections }: { start: number; marked: string; corrections: readonly string[] },
  read: ReadSentence,
): JudgedEdit[] {
  const tokens = tokensOf(text);
  const right = new Set(
    corrections.map((one) => lowerOf(tokensOf(text.slice(0, start) + one + text.slice(start + marked.length)))),
  );
  return judged(tokens, read, (edit) => right.has(lowerOf(editedTokens(tokens, edit))));
}

const lowerOf = (tokens: readonly Token[]) => tokens.map(({ lower }) => lower).join(" ");

/** Numbers that are the same in each run. */
function createRandom(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Returns the corrections proposed in right texts, and those of mistakes that are made in them by chance, up to one of a kind in a line. */
export function editsOfText(lines: readonly string[], read: ReadSentence): { needless: JudgedEdit[]; made: JudgedEdit[] } {
  const random = createRandom();
  const needless: JudgedEdit[] = [];
  const made: JudgedEdit[] = [];
  for (const line of lines) {
    if (line.includes(OBJECT_PLACEHOLDER)) continue;
    const tokens = tokensOf(line);
    needless.push(...judged(tokens, read, () => true));
    for (const kind of ["insert", "delete", "replace", "form"] as const) {
      const at = 2 + random(Math.max(1, tokens.length - 4));
      const token = tokens[at];
      if (token?.kind !== "word" || token.text !== token.lower || !token.isSpaced) continue;
      const mistake = mistakeFor(kind, token.lower, random);
      if (mistake === null) continue;
      const end = kind === "delete" ? at : at + 1;
      const slip = editedTokens(tokens, { from: at, to: end, fix: mistake }).map((one) => ({ ...one }));
      tagWords(slip);
      const fix = kind === "delete" ? "" : token.lower;
      made.push(...judged(slip, read, (edit) => edit.kind === kind && edit.from === at && edit.fix === fix));
    }
  }
  return { needless, made };
}

/** Returns what to write instead of a word so that a correction of a kind is needed; null if it has no such mistake. */
function mistakeFor(kind: EditKind, word: string, random: (below: number) => number): string | null {
  const pick = (words: readonly string[]) => words[random(words.length)] ?? null;
  switch (kind) {
    case "insert":
      return SMALL_WORDS.includes(word) ? "" : null;
    case "delete":
      return pick(SMALL_WORDS);
    case "replace":
      return pick(RIVALS.get(word) ?? []);
    case "form":
      return pick(RIVALS.has(word) ? [] : formsOf(word));
    default:
      return kind satisfies never;
  }
}
