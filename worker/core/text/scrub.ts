/** Replaced in this order. Every pattern is bounded or cannot match in two ways, because errors quote foreign text. */
const REPLACED: readonly (readonly [RegExp, string | ((match: string) => string)])[] = [
  [/[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>“”]+/gi, "[url]"],
  [/[^\s@<>"'“”(),;:=]{1,64}@[^\s@<>"'“”(),;:]{1,255}/g, "[address]"],
  [/"[^"]*"?|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|`[^`]*`?|'[^']*'?/g, "[text]"],
  [/(?:\d{1,3}\.){3}\d{1,3}/g, "[ip]"],
  [/[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}/gi, "[ip]"],
  [/(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z])/gi, "[host]"],
  [/[A-Za-z0-9_-]{16,}/g, (word) => (/\d/.test(word) ? "[token]" : word)],
  [/\d{5,}/g, "[number]"],
];

const LONGEST_INPUT = 2_000;
const LONGEST = 300;

/**
 * Returns the first line of an error's message without what may be personal: mail addresses, URLs, host names, IP addresses, quoted text,
 * tokens and long numbers. What an error is about stays readable.
 */
export function scrub(message: string): string {
  const [line = ""] = message.slice(0, LONGEST_INPUT).split(/[\r\n]/, 1);
  const scrubbed = REPLACED.reduce(
    (text, [pattern, replacement]) =>
      typeof replacement === "string" ? text.replace(pattern, replacement) : text.replace(pattern, replacement),
    line,
  );
  return scrubbed.slice(0, LONGEST);
}
