import { type Language, primarySubtag } from "#worker/core/language/languages.ts";

/** Lists letters that sound alike, by language: "written>meant", or with a bar for both directions. */
const SOUND_PAIRS: Readonly<Record<string, string>> = {
  de: "ss>ß ß>ss ae>ä oe>ö ue>ü f|v k|ck z|tz ai|ei e|ä",
  nl: "ei|ij ou|au dt|d t|d g|ch s|z f|v k|c oo|o aa|a ee|e",
  fr: "an|en am|em ss|c s|c ç|c ss|t f|ph k|qu qu|c o|au o|eau ai|é er|é ez|é y|i in|ain",
  es: "b|v ll|y s|c z|s z|c j|g qu|c u|ü n|ñ h> >h cc|c cc|x s|x",
  it: "qu|cqu qu|cu sce|scie gn|ni ce|cie ge|gie ccu|cqu e'|è a'|à",
  pt: "ss|ç s|ç c|ç ss|s z|s x|ch x|s x|z g|j sc|c ão|am e|i o|u",
};

const PAIRS = new Map(
  Object.entries(SOUND_PAIRS).map(([language, pairs]) => [
    language,
    pairs.split(" ").flatMap((pair) => {
      const [from = "", to = ""] = pair.split(/[|>]/u);
      return pair.includes("|")
        ? ([
            [from, to],
            [to, from],
          ] as const)
        : ([[from, to]] as const);
    }),
  ]),
);

const MOST = 60;

/**
 * Returns spellings of a word that write one of its sounds differently ("serviço" for "servisso"); most of them are not words.
 */
export function respell(word: string, language: Language): string[] {
  const found = new Set<string>();
  for (const [from, to] of PAIRS.get(primarySubtag(language)) ?? []) {
    if (from === "") {
      found.add(to + word);
      continue;
    }
    for (let at = word.indexOf(from); at !== -1; at = word.indexOf(from, at + 1)) {
      found.add(word.slice(0, at) + to + word.slice(at + from.length));
      if (found.size >= MOST) return [...found];
    }
  }
  return [...found];
}
