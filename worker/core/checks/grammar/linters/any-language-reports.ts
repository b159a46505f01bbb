import type { Language } from "#worker/core/language/languages.ts";
import { primarySubtag } from "#worker/core/language/languages.ts";
import type { SentenceReport } from "../sentence-report.ts";

/**
 * Lists short words, by language, that are never right twice in a row. Omits words that can repeat ("die die", "nous nous") and
 * words that are doubled for emphasis ("piano piano").
 */
const NEVER_TWICE: Readonly<Record<string, ReadonlySet<string>>> = {
  de: wordSet(
    "und oder ist sind war ein eine einen einem einer mit für auf von zu zum zur im in am an bei nach aus nicht wird werden wurde auch als wie aber durch über unter dass wenn nur noch es haben hat kann",
  ),
  fr: wordSet(
    "le les des de du et ou est sont un une dans pour par sur avec sans qui au aux ce cette ces se son sa ses leur ne pas plus mais comme il elle ils elles",
  ),
  es: wordSet("el los las un una unos unas de del y en con por para es son su sus al se más pero a"),
  it: wordSet(
    "il lo gli le un una di del della dei e ed in con per da dal dalla è sono al alla che si nel nella su come ma non",
  ),
  nl: wordSet("de het een en of in op van voor met is zijn niet te aan bij uit naar door over ook als maar om"),
  pt: wordSet("o a os as um uma de do da dos das e em no na com por para é são ao se como mais mas não"),
};

/** Lists the particles of verbs that are prepositions as well: "Vul uw naam in in dit veld" is right. */
const PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = { nl: wordSet("in op aan bij uit door over om voor") };
const SURE = 0.85;
const UNSURE = 0.5;

/** Match a space before a comma or full stop, and before ; : ! ? in languages that write none there (French does). */
const SPACED_STOP = /(?<=[\p{Ll}\p{N}]) [,.](?=\s(?!\.)|$)/gu;
const SPACED_MARK = /(?<=[\p{Ll}]{2}) [;:!?](?=\s|$)/gu;

/**
 * Returns reports of mistakes common to most European languages: a short word twice, a space before a stop, an unpaired bracket.
 */
export function anyLanguageReports(text: string, language: Language): SentenceReport[] {
  return [...doubledWords(text, language), ...spacesBeforeStops(text, language), ...oddBrackets(text)];
}

/** Returns reports of spaces before marks that have none in this language: "bread , cake". */
export function spacesBeforeStops(text: string, language: Language): SentenceReport[] {
  const marks = language === "fr" ? [SPACED_STOP] : [SPACED_STOP, SPACED_MARK];
  return marks.flatMap((pattern) => spacesBefore(text, pattern));
}

function doubledWords(text: string, language: Language): SentenceReport[] {
  const never = NEVER_TWICE[primarySubtag(language)];
  if (!never) return [];
  return [...text.matchAll(/(?<![\p{L}\p{M}\p{N}'’-])(\p{L}+) \1(?![\p{L}\p{M}\p{N}'’-])/giu)].flatMap(
    ({ 0: found, 1: word = "", index }) => {
      // "A A" can be a grade or a vitamin, and capitals can be names.
      const isProse = found === found.toLowerCase() || found.slice(1) === found.slice(1).toLowerCase();
      if (!never.has(word.toLowerCase()) || !isProse) return [];
      return [
        {
          rule: "grammar/repeated-word",
          by: "any-language/repeated-word",
          severity: "error",
          confidence: PARTICLES[language]?.has(word.toLowerCase()) ? UNSURE : SURE,
          message: `“${word}” is repeated; write it once.`,
          start: index,
          end: index + found.length,
          suggestions: [found.slice(0, word.length)],
        },
      ];
    },
  );
}

function spacesBefore(text: string, pattern: RegExp): SentenceReport[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const start = Math.max(0, index - (/(?<!\S)\S+$/u.exec(text.slice(Math.max(0, index - 40), index))?.[0].length ?? 0));
    const end = index + found.length;
    return {
      rule: "grammar/space-before-stop",
      by: "any-language/space-before-stop",
      severity: "warning",
      confidence: 0.55,
      message: `Remove the space before “${found.trim()}”.`,
      start,
      end,
      suggestions: [`${text.slice(start, index)}${found.trim()}`],
    };
  });
}

const SMILEY_OR_ITEM = /[:;]-?[()]|(?:^|\s)(?:\p{L}|\d{1,3}|[ivx]{1,4})\)/giu;
const SHORTEST_FOR_BRACKETS = 30;

/** Reports a bracket without its partner. If several lack one, the text is cut off or a list, so none is reported. */
function oddBrackets(text: string): SentenceReport[] {
  // "b)" usually marks a list item, but in "(Art. 6 lit. b)" it closes a bracket.
  if (text.length < SHORTEST_FOR_BRACKETS || unpaired(text).length === 0) return [];
  const [at, ...others] = unpaired(text.replace(SMILEY_OR_ITEM, (found) => " ".repeat(found.length)));
  if (at === undefined || others.length > 0) return [];
  const bracket = text.slice(at, at + 1);
  const message =
    bracket === "(" ? "This bracket is not closed; add “)”." : "This bracket was not opened; add “(” or remove it.";
  return [
    {
      rule: "grammar/odd-bracket",
      by: "any-language/odd-bracket",
      severity: "hint",
      confidence: 0.5,
      message,
      start: at,
      end: at + 1,
      suggestions: [],
    },
  ];
}

/** Returns the positions of brackets without a partner. */
function unpaired(text: string): number[] {
  const open: number[] = [];
  const odd: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[()]/gu)) {
    if (bracket === "(") open.push(index);
    else if (open.pop() === undefined) odd.push(index);
  }
  return [...odd, ...open];
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
