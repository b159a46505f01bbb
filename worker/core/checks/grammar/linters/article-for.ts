/** Matches words that begin with a vowel letter but a consonant sound: "a unit", "a user", "a European", "a one-time code". */
const SPOKEN_WITH_CONSONANT =
  /^(?:uni(?!n|m[ap]|de)|us(?:e|u|a|ing|ur)|eu(?!x)|ew|one(?!irous)|once|u[bkt]i|ute|uto|ura|uri|uro|ukr|uku|unar|unanim|u-|ufo|uganda|uruguay|utah)/u;
/** Matches words that begin with a consonant letter but a vowel sound: "an hour". */
const SPOKEN_WITH_VOWEL = /^(?:hour|honest|honou?r|heir(?!o))/u;
/** Matches words that speakers pronounce with either sound. */
const EITHER = /^(?:herb|homage|histor|hotel|habitual|hallucin|hono?lulu|hors|sql|url|faq|lan$|yt|unin?o|u[iy]g)/u;
/** Matches letters whose name begins with a vowel sound: "an F". */
const VOWEL_NAMES = /^[AEFHILMNORSX]/u;
/** Abbreviations that look like words but are read letter by letter: "an NGO". */
const SPELLED: ReadonlySet<string> = new Set("NGO MBA MOT SEO SUV LED MOU HOA HIV SOS LLC RSVP MRI FBI".split(" "));

/**
 * Returns the article that the sound of a word requires; null if the sound is not known, as for names of programs ("udev") and
 * many abbreviations.
 */
export function articleFor(word: string, isWord: (word: string) => boolean): "a" | "an" | null {
  const lower = word.toLowerCase();
  if (/^\p{N}/u.test(word)) return articleForNumber(word);
  if (EITHER.test(lower)) return null;
  if (/^\p{Lu}$/u.test(word)) return VOWEL_NAMES.test(word) ? "an" : "a";
  if (/^\p{Lu}{2,5}s?$/u.test(word)) return articleForAbbreviation(word);
  if (!/^\p{L}\p{Ll}+(?:[-'’]\p{L}+)*$/u.test(word)) return null;
  const first = word.split("-")[0] ?? word;
  if (!isWord(first) && !isWord(word)) return null;
  // Skips an abbreviation without a vowel: it is read letter by letter or as another word ("an Rx").
  if (!/[aeiouy]/u.test(first.toLowerCase())) return null;
  if (SPOKEN_WITH_VOWEL.test(lower)) return "an";
  return /^[aeiou]/u.test(lower) && !SPOKEN_WITH_CONSONANT.test(lower) ? "an" : "a";
}

function articleForNumber(word: string): "a" | "an" | null {
  if (!/^\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th|s)*(?:-\p{L}+)*$/u.test(word)) return null;
  const whole = word.match(/^\p{N}+/u)?.[0] ?? "";
  // "1800" is read as "eighteen hundred" or "one thousand eight hundred".
  if (/^1[18]\p{N}{2}$/u.test(whole)) return null;
  return whole.startsWith("8") || whole === "11" || whole === "18" ? "an" : "a";
}

/**
 * Returns the article of an abbreviation ("an HTML page", "a PDF"); null if its letters can be read as a word ("a LAN", "an
 * FAQ").
 */
function articleForAbbreviation(word: string): "a" | "an" | null {
  const letters = word.replace(/s$/u, "");
  if (SPELLED.has(letters)) return "an";
  if (/[AEIOUY]/u.test(letters.slice(1)) && letters.length > 2 && /^[FHLMNRSXU]/u.test(letters)) return null;
  if (/^[AEIO]/u.test(letters)) return "an";
  return VOWEL_NAMES.test(letters) ? "an" : "a";
}
