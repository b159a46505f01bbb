import { classesOf, isListed, WORD_CLASS } from "./word-class.ts";

const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list.split(",").map((pair) => {
      const [from = "", to = ""] = pair.split(" ");
      return [from, to] as const;
    }),
  );

/** Maps verbs to the noun for what they do, if no ending makes it. */
const NOUN_OF = pairs(
  "advise advice,analyse analysis,analyze analysis,apologise apology,apologize apology,appear appearance,arrive arrival,believe belief,bleed bleeding," +
    "choose choice,compare comparison,complain complaint,comprise compromise,conclude conclusion,criticise criticism,criticize criticism,decide decision," +
    "deliver delivery,depart departure,describe description,destroy destruction,die death,discover discovery,emphasise emphasis,emphasize emphasis," +
    "enter entry,exist existence,expand expansion,expect expectation,explain explanation,explode explosion,extend extension,fail failure,fly flight," +
    "grow growth,grieve grief,hate hatred,inquire inquiry,enquire enquiry,injure injury,invade invasion,know knowledge,lose loss,marry marriage,obey obedience," +
    "permit permission,please pleasure,prefer preference,proceed procedure,prove proof,pursue pursuit,qualify qualification,receive receipt," +
    "recognise recognition,recognize recognition,recover recovery,reduce reduction,relieve relief,remember memory,reply reply,require requirement," +
    "respond response,responds responses,sell sale,speak speech,subscribe subscription,succeed success,suggest suggestion,think thought,treat treatment," +
    "try try,weigh weight,advertise advertisement,appoint appointment,confirm confirmation,contribute contribution,inform information",
);

/** Lists endings of nouns made of verbs, commonest first, each with the ending of the verb that it replaces. */
const NOUN_ENDINGS: readonly (readonly [cut: string, ending: string])[] = [
  ["", "ment"],
  ["e", "ion"],
  ["", "ion"],
  ["e", "ation"],
  ["", "ation"],
  ["e", "ition"],
  ["", "al"],
  ["e", "al"],
  ["", "ance"],
  ["e", "ance"],
  ["", "ence"],
];

/** Returns the noun for what a verb does ("discover" → "discovery"), or null if none is known. */
export function nounOf(verb: string): string | null {
  const known = NOUN_OF.get(verb);
  if (known !== undefined) return known;
  for (const [cut, ending] of NOUN_ENDINGS) {
    if (!verb.endsWith(cut)) continue;
    const noun = verb.slice(0, verb.length - cut.length) + ending;
    if ((classesOf(noun) & WORD_CLASS.N) !== 0) return noun;
  }
  return null;
}

const VERB_OF: ReadonlyMap<string, string> = new Map([...NOUN_OF].map(([verb, noun]) => [noun, verb]));

/** Returns the verb that a noun is made of ("withdrawal" → "withdraw"), or null if none is known. */
export function verbOfNoun(noun: string): string | null {
  const known = VERB_OF.get(noun);
  if (known !== undefined) return known;
  for (const [cut, ending] of NOUN_ENDINGS) {
    const verb = noun.slice(0, -ending.length) + cut;
    if (noun.endsWith(ending) && (classesOf(verb) & WORD_CLASS.V) !== 0 && nounOf(verb) === noun) return verb;
  }
  return null;
}

/** Returns the adverb of an adjective ("easy" → "easily"), or null if none is known. */
export function adverbOf(adjective: string): string | null {
  if (adjective.endsWith("ly") || (classesOf(adjective) & WORD_CLASS.K) !== 0) return null;
  const adverb = adverbSpelling(adjective);
  return isListed(adverb) && (classesOf(adverb) & WORD_CLASS.R) !== 0 ? adverb : null;
}

/** Returns the adjective of an adverb in "-ly" ("easily" → "easy"), or null if none is known. */
export function adjectiveOf(adverb: string): string | null {
  const stem = adverb.replace(/ly$/u, "");
  if (stem === adverb) return null;
  const choices = [stem, stem.replace(/i$/u, "y"), `${stem}le`, stem.replace(/al$/u, "")];
  return (
    choices.find((adjective) => (classesOf(adjective) & WORD_CLASS.J) !== 0 && adverbSpelling(adjective) === adverb) ?? null
  );
}

function adverbSpelling(adjective: string): string {
  if (adjective === "good") return "well";
  if (adjective.endsWith("ic")) return `${adjective}ally`;
  if (/[^aeiou]y$/u.test(adjective)) return `${adjective.slice(0, -1)}ily`;
  if (/[^aeiou]le$/u.test(adjective)) return `${adjective.slice(0, -1)}y`;
  if (adjective.endsWith("ll")) return `${adjective}y`;
  return `${adjective}ly`;
}
