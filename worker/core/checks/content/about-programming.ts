const TERMS =
  "api|apis|argument|array|attribute|boolean|braces?|brackets?|class(?:es)?|compiler?|constant|constructor|css|declar\\w+|default value|directive|escape|evaluat\\w+|expressions?|fields?|filter|format(?:s|ted|ting)? (?:string|specifier)s?|function|handlebars|html|interpolat\\w+|java|javascript|jinja\\w*|json|keyword|lambda|liquid|literal|macro|merge tags?|method|mustache|nullable|object|operator|option|output|param(?:eter)?s?|parser?|php|pointer|print\\w*|program\\w*|propert(?:y|ies)|python|query|quer(?:y|ies)|render(?:s|ed|ing)?|return(?:s|ed|ing)?|ruby|rust|runtime|script|sentinel|shell|shortcodes?|snippets?|sql|string|substitut\\w+|syntax|template|templat\\w+|token|tuple|type|typescript|value|variables?|vue|wildcards?|yaml";

const ABOUT_PROGRAMMING = new RegExp(`\\b(?:${TERMS})s?\\b`, "iu");

/** True if a text is about programming, where `{{name}}`, `null` and `%s` are its subject. */
export function isAboutProgramming(text: string): boolean {
  return ABOUT_PROGRAMMING.test(text);
}
