const words = (list: string) => list.split(" ");

/** Repeats bits of WORD_CLASS in word-class.ts, which imports this file. */
const N = 1;
const V = 4;
const Z = 8;
const D = 16;
const C = 32;
const G = 64;
const J = 128;
const R = 256;
const X = 4096;

const ONLY_FUNCTION =
  "a an the this that these those my your his her its our their some any no every each either neither both all i you he she it we they me " +
  "him us them who whom whose which what and or but nor if because although though while whereas unless until since as than of in to for " +
  "with on at by from about into over after under between without through during against among upon onto toward towards within via per " +
  "can could will would shall should may might must cannot is am are was were there here then when where why how not mine yours hers ours " +
  "theirs myself yourself himself herself itself ourselves yourselves themselves someone somebody something anyone anybody anything " +
  "everyone everybody everything nobody nothing whatever whoever whichever whenever wherever whether amid beside besides despite except";

/** Lists adverbs that WordNet also lists in other word classes, which are too rare in texts to count. */
const ADVERBS =
  "very too also just so now never always often sometimes usually rarely seldom already still again ever maybe perhaps quite rather really " +
  "soon only even almost well once twice away together instead therefore however thus hence otherwise";

/** Maps function words to all their classes. The dictionary is not consulted for these words. */
export const FUNCTION_WORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...words(ONLY_FUNCTION).map((word) => [word, X] as const),
  ...words(ADVERBS).map((word) => [word, R | X] as const),
  ["be", V | X],
  ["been", C | X],
  ["being", G | X | N],
  ["have", V | X],
  ["has", Z | X],
  ["had", D | C | X],
  ["having", G | X],
  ["do", V | X],
  ["does", Z | X],
  ["did", D | X],
  ["done", C | J | X],
  ["doing", G | X],
  ["like", V | X | J],
  ["one", X | N],
  ["ones", X],
  ["other", X | J],
  ["others", X],
  ["such", X | J],
  ["own", X | J | V],
  ["same", X | J],
  ["many", X | J],
  ["much", X | J | R],
  ["few", X | J],
  ["several", X | J],
  ["more", X | R | J],
  ["most", X | R | J],
  ["less", X | R | J],
  ["least", X | R | J],
  ["up", X | R],
  ["down", X | R],
  ["out", X | R],
  ["off", X | R],
  ["before", X],
  ["behind", X],
  ["above", X],
  ["below", X],
  ["near", X | J],
  ["it's", X],
  ["that's", X],
]);

/** Lists verbs whose past and past participle equal their base form. */
export const UNCHANGED_VERBS: readonly string[] = words(
  "bet bid broadcast burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust upset",
);

/** Lists plurals that WordNet also lists as words of their own, with meanings too rare in texts to count. */
export const MERE_PLURALS: ReadonlySet<string> = new Set(words("rooms hours parts shops flowers cards clothes drinks"));

/** Lists plurals that look like singulars, or are both. */
export const PLAIN_PLURALS: ReadonlySet<string> = new Set(
  words(
    "people police cattle sheep fish deer series species means aircraft headquarters crossroads offspring data media criteria children men " +
      "women feet teeth mice geese",
  ),
);
