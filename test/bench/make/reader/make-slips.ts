import { RIVALS, SMALL_WORDS } from "#worker/core/checks/grammar/edits/small-words.ts";
import { formsOf } from "#worker/core/checks/grammar/edits/word-forms.ts";
import rankedWords from "#worker/core/checks/grammar/engine/ranked-words.json" with { type: "json" };
import { SOUND_ALIKES } from "#worker/core/checks/grammar/slots/sound-alikes.ts";

/** A word of a sentence, and whether it is wrong or comes after a word that was left out. */
export type MarkedWord = { word: string; isWrong: boolean };

/** Ranks of words that may be written for others by one wrong letter. */
const COMMON = 12_000;
const SHORTEST = 3;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const common = rankedWords.words.join(" ").split(" ").slice(0, COMMON);
const isCommon = new Set(common);
const near = new Map(common.filter((word) => word.length >= SHORTEST).map((word) => [word, nearWords(word)]));

/** Returns the common words that one letter or two exchanged ones part from a word. */
function nearWords(word: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, own, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    if (own !== "") found.add(before + after).add(before + after.charAt(0) + own + after.slice(1));
    for (const letter of LETTERS) found.add(before + letter + own + after).add(before + letter + after);
  }
  found.delete(word);
  return [...found].filter((other) => other.length > 1 && isCommon.has(other));
}

/** Shares of the kinds of slips, by what is usual among writers of web pages and learners. */
const SHARE = {
  missing: 0.5,
  added: 0.08,
  swapped: 0.02,
  sound: 0.4,
  rival: 0.8,
  form: 0.75,
  apostrophe: 0.15,
  lostApostrophe: 0.5,
};

/** Makes one slip at a place of a sentence chosen by chance, in place. Returns false where the word there has none. */
export function makeSlip(words: MarkedWord[], random: () => number): boolean {
  const at = Math.floor(random() * words.length);
  const [own, next] = [words[at], words[at + 1]];
  const lower = own?.word.toLowerCase() ?? "";
  if (!own || own.isWrong || !/^[a-z']+$/u.test(lower) || (at > 0 && own.word !== lower && lower !== "i")) return false;
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const write = (word: string) => {
    if (word === "" || word === lower) return false;
    words[at] = { word, isWrong: true };
    return true;
  };
  const chance = random();
  if (SMALL_WORDS.includes(lower) && chance < SHARE.missing) {
    if (!next || !/^[a-z]/iu.test(next.word)) return false;
    words.splice(at, 2, { word: next.word, isWrong: true });
    return true;
  }
  if (chance < SHARE.added) {
    const word = pick(SMALL_WORDS);
    if (at === 0 || word === lower || words[at - 1]?.word.toLowerCase() === word) return false;
    words.splice(at, 0, { word, isWrong: true });
    return true;
  }
  if (chance < SHARE.added + SHARE.swapped) {
    if (!next || !/^[a-z][a-z']*$/u.test(next.word) || next.word === lower) return false;
    words.splice(at, 2, { word: next.word, isWrong: true }, { word: lower, isWrong: true });
    return true;
  }
  const sounds = [...(SOUND_ALIKES.get(lower) ?? [])];
  if (sounds.length > 0 && random() < SHARE.sound) return write(pick(sounds));
  if (RIVALS.has(lower) && random() < SHARE.rival) return write(pick(RIVALS.get(lower) ?? []));
  const forms = formsOf(lower);
  if (forms.length > 0 && random() < SHARE.form) return write(pick(forms));
  if (/[a-z]s$/u.test(lower) && random() < SHARE.apostrophe) return write(`${lower.slice(0, -1)}'s`);
  if (lower.includes("'") && random() < SHARE.lostApostrophe) return write(lower.replace("'", ""));
  return write(pick(near.get(lower) ?? []));
}
