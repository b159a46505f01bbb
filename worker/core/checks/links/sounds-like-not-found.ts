/** Phrases of error pages in the most common languages, and "404" as a separate word. */
const WORDS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,/-])404(?![\p{L}\p{N}.,/-]|\s*(?:€|%|km|kg))`,
    String.raw`\b(?:was|were|is|could|can|page|file|site|content|article|item|product|post|entry|error)\b.{0,40}\b(?:not (?:be )?found|no longer (?:here|available|exists?))\b`,
    String.raw`\b(?:page|site|article) (?:is|was|went|has gone|goes) (?:missing|lost)\W*$`,
    String.raw`^\W*(?:are you|you(?:['’]re| are| seem| look)(?: to be)?) lost\b`,
    String.raw`^\W*(?:oops|whoops|uh[- ]?oh|hoppla)\b`,
    String.raw`^\W*(?:there is |there['’]s )?nothing (?:to see )?here\W*$`,
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

/** Longest title or heading of an error page; longer ones belong to articles. */
const LONGEST = 120;

/** True if a title or heading reads like that of an error page. */
export function soundsLikeNotFound(text: string): boolean {
  return text.length <= LONGEST && WORDS.test(text);
}
