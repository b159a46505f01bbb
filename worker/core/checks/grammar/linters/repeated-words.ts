import type { Token } from "../engine/token.ts";
import { verbOf, WORD_CLASS } from "../engine/word-class.ts";
import type { SentenceReport } from "../sentence-report.ts";

const { N, V, Z, D, C, G, J, R, X } = WORD_CLASS;
const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that are rightly written twice: "he had had", "a very, very", "bye bye", "chow chow". */
const SAID_TWICE = set(
  "had that can do very so no many much long far really bye ha blah yeah hear there now night knock tut win so-so cha etc more well why hi hey ho " +
    "yes ok okay please oh ah aye boo bang bon chop chow chin choo ding dong gado go hip hush hubba love pom pooh pop rah tap tick tuk tum twit " +
    "yo yum woof walla hula loco mahi never again surprise",
);
const PARTICLES = set("in on up out over off down through by to about around along away back");
/** Verbs that take a particle, so that a preposition of the same spelling may follow: "log in in the morning". */
const WITH_PARTICLE = set(
  "log sign check opt come go move get turn give hand drop tune fill carry put set take let plug join step tap walk break call kick settle stay " +
    "phone look bring clock cut dig fit hang hold keep lock pass pick pitch pull push run send stand start stop switch take throw tie " +
    "topple type wash wear work write zoom sit lie sink dial ring drive fly",
);
/** Verbs that end a clause with "to": "the place we went to to eat". */
const WITH_TO = set("go be refer belong listen speak talk come write move look subscribe connect get drive walk");
/** "What it is is a boat": the clause before is the subject. */
const CLAUSE_SUBJECT = set("what who where how all whatever that thing");
/** Prepositions that open a fixed phrase, so that another may precede them: "look at at least one". */
const OPENS_PHRASE: Readonly<Record<string, ReadonlySet<string>>> = {
  at: set("least most best all once first last any"),
  of: set("course"),
  for: set("example instance free"),
  in: set("total particular general fact part"),
};
const SHORTEST_CONTENT_WORD = 6;
/** Words back from a particle in which its verb is looked for. */
const MOST_OBJECT = 3;

const isVerb = ({ classes }: Token) => (classes & (V | Z | D | C | G)) !== 0;

/** Returns a report about a word that is written twice in a row, where that is hardly right. */
export function repeatedWord(tokens: readonly Token[], at: number): SentenceReport | null {
  const [before, token, next, after] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token || !next?.isSpaced || token.lower !== next.lower || SAID_TWICE.has(token.lower)) return null;
  // "innerRadius innerRadius", "1 1", "Duran Duran", "New York, New York": names, and what is said twice on purpose.
  if (token.text.length === 1 || (before?.kind === "mark" && !token.isSpaced)) return null;
  if (!/^\p{L}\p{Ll}*$/u.test(token.text) || /^\p{Lu}/u.test(next.text)) return null;
  if (after?.lower === token.lower || before?.lower === token.lower) return null;
  // "Will will come": a name, then a verb.
  if (/^(?:Will|Mark|May|Bill|Sue|Drew|Pat|Rob|Grant|Chase|Hope)$/u.test(token.text)) return null;
  if (isParticleAndPreposition(tokens, at) || isVerbAfterClause(tokens, at)) return null;
  if (OPENS_PHRASE[token.lower]?.has(after?.lower ?? "")) return null;
  const confidence = confidenceIn(token);
  if (confidence === null) return null;
  return report(token.start, next.end, {
    by: "words/repeated-word",
    rule: "grammar/repeated-word",
    confidence,
    message: `“${token.text}” is repeated; write it once.`,
    suggestions: [token.text],
  });
}

/** "Log in in the morning", "the place that we went to to eat". */
function isParticleAndPreposition(tokens: readonly Token[], at: number): boolean {
  const [before, { lower } = { lower: "" }] = [tokens[at - 1], tokens[at]];
  if (before?.kind !== "word" || !PARTICLES.has(lower)) return false;
  if (lower === "to") return isVerb(before) && WITH_TO.has(verbOf(before.lower));
  // The object may come first: "get everything in in time".
  return tokens.slice(Math.max(0, at - MOST_OBJECT), at).some((word) => isVerb(word) && WITH_PARTICLE.has(verbOf(word.lower)));
}

/** "What it is is a boat", "All that there was was tea". */
function isVerbAfterClause(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:is|are|was|were|do|does)$/u.test(tokens[at]?.lower ?? "")) return false;
  for (let left = at - 1; left >= 0 && tokens[left]?.kind !== "edge"; left--)
    if (CLAUSE_SUBJECT.has(tokens[left]?.lower ?? "")) return true;
  return false;
}

/** Small words are sure; of the others adjectives are doubled for emphasis ("green green grass"), and short or unknown words are often names or dishes. */
function confidenceIn({ lower, classes }: Token): number | null {
  if (classes & X) return 0.9;
  if (classes === 0 || classes & J) return null;
  const isLong = lower.length >= SHORTEST_CONTENT_WORD;
  if (classes & R && !(classes & N)) return isLong ? 0.5 : null;
  return isLong ? 0.85 : 0.5;
}

/** Returns a report about two words said twice, the second time in small letters: "at the at the". */
export function repeatedPair(tokens: readonly Token[], at: number): SentenceReport | null {
  const [a, b, c, d] = tokens.slice(at, at + 4);
  if (!a || !b || !c || !d || a.lower !== c.lower || b.lower !== d.lower || a.lower === b.lower) return null;
  // "On and on and on".
  if (b.lower === "and") return null;
  const areWords = [a, b, c, d].every(({ kind, text }) => kind === "word" && /^\p{L}+$/u.test(text)) && c.text === c.lower;
  if (!areWords || d.text !== d.lower || !/^(?:at|in|on|of|to|for|from|with|by|the|is|are|was)$/u.test(a.lower)) return null;
  return report(a.start, d.end, {
    by: "words/repeated-phrase",
    rule: "grammar/repeated-word",
    confidence: 0.85,
    message: `“${a.text} ${b.text}” is repeated; write it once.`,
    suggestions: [`${a.text} ${b.text}`],
  });
}

/** Numbers of words that may be written twice: "committed to the committed to the". */
const RUNS = [4, 3];

/** Returns a report about three or four words that are written twice, the second time in small letters. */
export function repeatedRun(tokens: readonly Token[], at: number): SentenceReport | null {
  for (const length of RUNS) {
    // Most words are not repeated so soon, and this runs for each.
    if (tokens[at]?.lower !== tokens[at + length]?.lower) continue;
    const first = tokens.slice(at, at + length);
    const second = tokens.slice(at + length, at + 2 * length);
    const isTwice = second.length === length && first.every(({ lower }, index) => lower === second[index]?.lower);
    const areWords = [...first, ...second].every(({ kind, text }) => kind === "word" && /^\p{L}+$/u.test(text));
    // "On and on and on and on": what is said again and again repeats fewer words.
    const isSong = new Set(first.map(({ lower }) => lower)).size < length;
    if (!isTwice || !areWords || isSong || second.some(({ text, lower }) => text !== lower)) continue;
    const [start, end] = [first[0]?.start ?? 0, second.at(-1)?.end ?? 0];
    const said = first.map(({ text }) => text).join(" ");
    return report(start, end, {
      by: "words/repeated-phrase",
      rule: "grammar/repeated-word",
      confidence: 0.85,
      message: `“${said}” is repeated; write it once.`,
      suggestions: [said],
    });
  }
  return null;
}

function report(start: number, end: number, rest: Omit<SentenceReport, "start" | "end" | "severity">): SentenceReport {
  return { ...rest, severity: "error", start, end };
}
