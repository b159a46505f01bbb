import type { Token } from "../engine/token.ts";
import { WORD_CLASS } from "../engine/word-class.ts";
import { WORD_LISTS } from "../engine/word-lists.ts";
import { tagged } from "./tagged.ts";

/** A noun phrase: the indexes of its first word and its head, and its determiner if it has one. */
export type NounPhrase = { start: number; head: number; determiner: Token | null };

const words = (list: string) => list.split(" ");

/** Nouns in the singular that may have a plural verb, because they denote several people or things. */
const SEVERAL = new Set([
  ...(WORD_LISTS.group ?? []),
  ...words(
    "club school council firm choir church side trio duo army navy union party cast squad gang population generation class network " +
      "congregation department ministry office bank charity association society community band orchestra bulk remainder proportion " +
      "percentage fraction portion half quarter third list set collection selection mix mixture combination handful bunch pile stack chain " +
      "string total sum mass array wealth host ton load sea flood myriad plethora pool panel fleet flock herd pack batch supply type style " +
      "breed brand ratio average sample assortment stock stream amount volume lack use top bottom middle heart back front rear edge centre " +
      "center end dozen hundred thousand million police clergy leadership workforce part spectrum hundreds thousands percent lots people " +
      "cattle couple few little deal bit plenty minority elite cream more shop company group team staff family youth folk world nation " +
      "country region area pair squadron senate congress parliament administration jury cabinet board crew committee share crowd today tomorrow yesterday tonight day week month year time way proletariat public opposition enemy audience rabble wildlife multitude high low criteria elderly aging ageing aged underclass poor rich homeless unemployed disabled " +
      "section segment subset slice swath swathe wave cohort raft accused deceased dead living wounded faithful bourgeoisie aristocracy nobility peasantry gentry belt",
  ),
]);
/** Plurals that may have a verb in the singular, because they denote one thing. */
const ONE = new Set(
  words(
    "news politics mathematics physics economics gymnastics athletics barracks works woods species series means headquarters crossroads lots " +
      "thanks ethics basics logistics electronics statistics dynamics graphics analytics data media contents states lines times days hundreds " +
      "thousands millions dozens sports arms premises savings clothes goods stairs sales customs wages genetics acoustics aerobics pilates " +
      "classics robotics ceramics whereabouts proceeds odds chess billiards darts cards diabetes rabies measles headquarters links gallows " +
      "innings mechanics linguistics tactics semantics optics obstetrics years months weeks hours minutes seconds miles metres meters pounds " +
      "dollars euros pence feet inches kilometres kilometers grams litres liters percent thirds quarters halves apps windows ans",
  ),
);

/** Plurals that are hardly ever anything else. */
const PEOPLE = new Set(words("people men women children"));
const SINGULAR_ONLY = new Set("a an this that each every another".split(" "));
const PLURAL_ONLY = new Set("these those both all many several few various".split(" "));
const isCounted = tagged("CD");

/** Returns the number of a noun phrase, by its head and determiner; null if either leaves a doubt. */
export function headNumber(
  tokens: readonly Token[],
  { start, head, determiner }: NounPhrase,
  isLoose = false,
): "singular" | "plural" | null {
  const noun = tokens[head];
  if (isLoose && PEOPLE.has(noun?.lower ?? "") && !SINGULAR_ONLY.has(determiner?.lower ?? "")) return "plural";
  if (!noun || noun.text !== noun.lower || SEVERAL.has(noun.lower) || ONE.has(noun.lower)) return null;
  const isSingular = (noun.classes & WORD_CLASS.N) !== 0;
  const isPlural = (noun.classes & WORD_CLASS.P) !== 0;
  if (isSingular === isPlural) return null;
  const word = determiner?.lower ?? "";
  for (let at = start; at < head; at++)
    if (isCounted(tokens[at]) || /^(?:next|last)$/u.test(tokens[at]?.lower ?? "")) return null;
  if (isSingular)
    return determiner && !PLURAL_ONLY.has(word) && word !== "no" && word !== "some" && word !== "any" ? "singular" : null;
  return SINGULAR_ONLY.has(word) ? null : "plural";
}
