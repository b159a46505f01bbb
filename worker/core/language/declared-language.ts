import type { Element } from "domhandler";

/**
 * The language that an element declares: a BCP 47 tag in its canonical spelling (`en_us` gives `en-US`), null for "unknown"
 * (`lang=""` or nonsense), undefined where it declares none. `lang` wins over `xml:lang`, as XHTML served as HTML carries both.
 */
export function declaredLanguage(element: Element): string | null | undefined {
  const value = element.attribs.lang ?? element.attribs["xml:lang"];
  return value === undefined ? undefined : canonicalLanguage(value);
}

/** A language tag in its canonical spelling, or null where it is none. */
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
