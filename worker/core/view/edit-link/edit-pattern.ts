/** Longest pattern, in characters. */
export const LONGEST_PATTERN = 500;

/** Parts of a page that a pattern can name, as in `https://cms.example/edit?path={path}`. */
export const PLACEHOLDERS = ["url", "origin", "host", "path", "slug", "title"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const NAMED = /\{([^{}]*)\}/gu;

/**
 * Splits a pattern into the part that decides where it leads (scheme and host) and the rest. A path begins with a slash, so it can
 * follow the host. Null if there is no such part.
 */
export function splitPattern(pattern: string): { base: string; rest: string } | null {
  const match = /^(\{origin\}|\{url\}|https?:\/\/(?:\{(?!path\})[^{}]*\}|[^/?#\\{}])+)(.*)$/isu.exec(pattern);
  return match ? { base: match[1] ?? "", rest: match[2] ?? "" } : null;
}

/** Returns what is wrong with a pattern, as a sentence for the owner of a site, or null if it is right. */
export function patternFault(pattern: string): string | null {
  if (pattern.length > LONGEST_PATTERN) return `Write at most ${LONGEST_PATTERN} characters.`;
  if (/[\s\p{Cc}\p{Cf}]/u.test(pattern)) return "An address has no spaces. Write %20 for a space.";
  const unknown = namesIn(pattern).find((name) => !isPlaceholder(name));
  if (unknown !== undefined)
    return `We do not know {${unknown}}. You can use ${PLACEHOLDERS.map((name) => `{${name}}`).join(", ")}.`;
  if (/[{}]/u.test(pattern.replace(NAMED, ""))) return "A brace has no partner. Write placeholders like this: {path}.";
  const parts = splitPattern(pattern);
  if (parts === null) return "Begin with https://, http://, {origin} or {url}.";
  return baseFault(parts);
}

function baseFault({ base, rest }: { base: string; rest: string }): string | null {
  if (base.includes("@")) return "Leave out the user name: write the address without “@” before its first “/”.";
  const isPageItself = base === "{origin}" || base === "{url}";
  if (!isPageItself && namesIn(base).some((name) => name !== "host"))
    return "Before the first “/” only {host} can be used, so that the link cannot lead to another site.";
  if (isPageItself && rest !== "" && !/^(?:[/?#]|\{path\})/u.test(rest)) return `After ${base}, go on with “/”, “?” or “#”.`;
  if (isPageItself) return null;
  return URL.parse(base.replaceAll("{host}", "a.example")) === null
    ? "This is not a web address. Check the part before the first “/”."
    : null;
}

function namesIn(text: string): string[] {
  return [...text.matchAll(NAMED)].map(([, name = ""]) => name);
}

/** True if a pattern can name this part. */
export function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name);
}
