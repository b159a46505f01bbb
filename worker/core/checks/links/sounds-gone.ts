/** How pages say that they are none, in the languages of most sites; "404" as a word of its own. */
const WORDS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,/-])404(?![\p{L}\p{N}.,/-]|\s*(?:€|%|km|kg))`,
    String.raw`\b(?:was|were|is|could|can|page|file|site|content|article|item|product|post|entry|error)\b.{0,40}\b(?:not (?:be )?found|no longer (?:here|available|exists?))\b`,
    String.raw`^\W*(?:not found|no longer available)\W*$`,
    String.raw`\b(?:does not|doesn['’]t|no longer) exists?\b`,
    "can(?:not|['’]t) (?:be found|find (?:the|that|this) page)",
    "(?:wurde |konnte )?nicht gefunden",
    "existiert (?:leider )?nicht",
    "nicht mehr verfügbar",
    "introuvable",
    "n['’]existe (?:pas|plus)",
    "no (?:se ha |fue )?encontrad[ao]",
    "no existe",
    "não (?:foi )?encontrad[ao]",
    "non (?:è stata )?trovat[ao]",
    "niet gevonden",
    "bestaat niet",
    "nie znaleziono",
    "nie istnieje",
    "hittades inte",
    "(?:blev )?ikke (?:fundet|funnet)",
    "ei löy(?:dy|tynyt)",
    "nebyla nalezena",
    "nenalezen",
    "bulunamadı",
    "не найден",
    "не существует",
    "见つかりません|見つかりません",
    "找不到|未找到|不存在",
    "찾을 수 없",
  ].join("|"),
  "iu",
);

/** Longer headings tell a story; an error page says what it is in a few words. */
const LONGEST = 120;

/** True if a title or heading sounds as if the page that it stands on were none. */
export function soundsGone(text: string): boolean {
  return text.length <= LONGEST && WORDS.test(text);
}
