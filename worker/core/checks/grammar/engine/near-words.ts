import rankedWords from "./ranked-words.json" with { type: "json" };
import { classesOf } from "./word-class.ts";

/**
 * Lists words that are written for others although no single letter parts them, or although they are common themselves: the word
 * written, then those that may be meant.
 */
const CONFUSED: ReadonlyMap<string, readonly string[]> = new Map(
  (
    "no know,attache attach,by buy,due do,ad add,advice advise,breath breathe,cloth clothe,bath bathe,effect affect,lost lose,loss lose,sale sell,send sent,lend lent," +
    "sen send sent,seem seen,been be,pic pick,us is,though thought,through threw,knot not,mis miss,buy by,won want,wont want,wants want,jut just," +
    "live leave,life live,lives leaves,food feed,choice choose,proof prove,belief believe,use used,device devise,practice practise,speech speak," +
    "thing think,things thinks,thinks things,think thing,meat meet,team teem,were where,form from,sit site,site sit,sight site,site side,wold would," +
    "cold could,shout should,showed should,wood would,now know,new knew,know now,hole whole,weather whether,right write,wright write,piece peace"
  )
    .split(",")
    .map((row) => {
      const [written = "", ...meant] = row.split(" ");
      return [written, meant] as const;
    }),
);

/** Letters that are tried in place of others. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SHORTEST = 3;
/** Ranks among the common words: the word meant is among the most common and far more so than the word written, which is not. */
const RAREST_MEANT = 8000;
const TIMES_MORE_COMMON = 4;
const COMMON_ITSELF = 3000;

let ranks: Map<string, number> | undefined;

/** Returns the rank of a word among the common words of English, indexed at the first call; Infinity if it is not among them. */
function rankOf(word: string): number {
  ranks ??= new Map(
    rankedWords.words
      .join(" ")
      .split(" ")
      .map((common, rank) => [common, rank + 1]),
  );
  return ranks.get(word) ?? Number.POSITIVE_INFINITY;
}

/**
 * Returns the word of some classes that was probably meant by another: one that it is often written for, or else the most common
 * word that is one letter away; null if there is none.
 */
export function nearWord(word: string, classes: number): string | null {
  const confused = CONFUSED.get(word)?.find((meant) => (classesOf(meant) & classes) !== 0);
  if (confused !== undefined) return confused;
  if (word.length < SHORTEST) return null;
  const own = rankOf(word);
  if (own < COMMON_ITSELF) return null;
  let best: string | null = null;
  let bestRank = RAREST_MEANT;
  for (const other of oneLetterAway(word)) {
    const rank = rankOf(other);
    if (rank >= bestRank || rank * TIMES_MORE_COMMON > own || (classesOf(other) & classes) === 0) continue;
    [best, bestRank] = [other, rank];
  }
  return best;
}

/** Returns the texts that one letter left out, added, changed or swapped makes of a word. The first letter stays. */
function* oneLetterAway(word: string): Generator<string> {
  for (let at = 1; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS) {
      yield before + letter + after;
      if (after) yield before + letter + after.slice(1);
    }
    if (!after) continue;
    yield before + after.slice(1);
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
  }
}
