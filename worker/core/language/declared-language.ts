import type { Element } from "domhandler";

/**
 * Returns the language that an element declares: a BCP 47 tag in canonical form (`en_us` becomes `en-US`), null for "unknown"
 * (`lang=""` or an invalid tag), undefined if it declares none. `lang` overrides `xml:lang`, because XHTML served as HTML has
 * both.
 */
export function declaredLanguage(element: Element): string | null | undefined {
  const value = element.attribs.lang ?? element.attribs["xml:lang"];
  return value === undefined ? undefined : canonicalLanguage(value);
}

/** Returns a language tag in canonical form, or null if it is invalid. */
export function canonicalLanguage(value: string): string | null {
  const tag = value.trim().replaceAll("_", "-");
  if (tag === "" || tag.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
