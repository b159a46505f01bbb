import type { HouseRule } from "../../house-style/house-rule.ts";
import { plainSigns, wordTokens } from "../../text/word-tokens.ts";
import { FORMS, inflectAt, inflectPhrase } from "./english-forms.ts";

/** One way in which a rule's term is written. */
export type Variant = {
  words: string[];
  /** Texts to write instead, best first. */
  suggestions: string[];
  /** The name's parts as separate words, which count only with the name's own capitals: "Word Press", but not "the word press". */
  parts?: string[];
};

/** Returns the ways to write a rule's term that are compared with texts, the term itself first. */
export function variantsOf(rule: HouseRule): Variant[] {
  const base: Variant = { words: wordsOf(rule.term), suggestions: rule.replacement === "" ? [] : [rule.replacement] };
  if (rule.kind === "name") return nameVariants(rule.term, base.words);
  return rule.kind === "avoid" && rule.forms ? [base, ...inflected(rule, base)] : [base];
}

/** Each form once, with all that it can stand for: "commenced" is for "began" and "begun". */
function inflected({ term, replacement }: HouseRule, { words, suggestions }: Variant): Variant[] {
  if (term !== term.toLowerCase()) return [];
  const instead = replacement === replacement.toLowerCase() && replacement !== "" ? replacement.split(" ") : null;
  const variants = new Map<string, Variant>();
  for (const form of FORMS) {
    for (const place of new Set([0, words.length - 1])) {
      const formed = inflectAt(words, place, form);
      if (!formed) continue;
      const key = formed.join(" ");
      const known = variants.get(key)?.suggestions ?? [];
      const suggested = instead ? (inflectPhrase(instead, form) ?? instead).join(" ") : suggestions[0];
      variants.set(key, { words: formed, suggestions: [...new Set([...known, ...(suggested ? [suggested] : [])])] });
    }
  }
  variants.delete(words.join(" "));
  return [...variants.values()];
}

/** The same letters written otherwise: other capitals, together, apart or with hyphens. */
function nameVariants(name: string, words: string[]): Variant[] {
  const parts = wordTokens(name)
    .flatMap(({ start, end }) =>
      plainSigns(name.slice(start, end))
        .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
        .split(" "),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const apart = parts.map((part) => part.toLowerCase());
  const suggestions = [name];
  const ways = new Map<string, Variant>();
  const add = (variant: Variant) => {
    const key = variant.words.join(" ");
    if (!ways.has(key)) ways.set(key, variant);
  };
  add({ words, suggestions });
  if (parts.length > 1) {
    add({ words: wordsOf(apart.join("")), suggestions });
    add({ words: apart.flatMap((part, index) => (index === 0 ? [part] : ["-", part])), suggestions });
    add({ words: apart, suggestions, parts });
  }
  return [...ways.values()];
}

function wordsOf(text: string): string[] {
  return wordTokens(text).map(({ word }) => word);
}
