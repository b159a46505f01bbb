import { languagesWithWord } from "../../../language/detect-language.ts";
import { type Language, primarySubtag } from "../../../language/languages.ts";

const BRANCHES: Readonly<Record<string, string>> = {
  en: "English",
  de: "Germanic",
  nl: "Germanic",
  fr: "Romance",
  es: "Romance",
  it: "Romance",
  pt: "Romance",
};

/**
 * Returns the languages in which a word is common, except those related to the language of the text. Related languages are
 * excluded because a slip in one is often right in another: Spanish "número" without its accent is Italian.
 */
export function languagesElsewhere(word: string, language: Language): string[] {
  const own = BRANCHES[primarySubtag(language)];
  return languagesWithWord(word.toLowerCase()).filter((other) => BRANCHES[other] !== undefined && BRANCHES[other] !== own);
}

/** Lists labels of other languages that stand alone on pages whose template declares English, in small letters. */
const LABELS = new Set(
  (
    "januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag startseite kontakt datenschutz " +
    "aktive aktuelles mitglieder verein vorstand termine januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag " +
    "zondag informatie contacteer openingstijden agenda janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi " +
    "mercredi jeudi vendredi samedi dimanche accueil actualités enero febrero marzo abril mayo junio julio septiembre octubre noviembre diciembre " +
    "lunes martes miércoles jueves viernes sábado domingo inicio noticias contacto servicios gennaio febbraio aprile maggio giugno luglio settembre " +
    "ottobre dicembre lunedì martedì mercoledì giovedì venerdì domenica chi siamo contatti servizi commerciale janeiro fevereiro março maio junho " +
    "julho setembro outubro dezembro início contato serviços notícias"
  ).split(" "),
);
const MOST_LABEL_WORDS = 4;

/** Returns true for a word of another language in a short label that counts as English: "15. Dezember", "Area Commerciale". */
export function isLabelElsewhere(word: string, words: number): boolean {
  return words <= MOST_LABEL_WORDS && LABELS.has(word.toLowerCase());
}
