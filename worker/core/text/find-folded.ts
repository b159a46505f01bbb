import { plainSigns } from "./word-tokens.ts";

/** Returns where a text first contains another, in any case and with straight or curly quotes; null where it does not. */
export function findFolded(text: string, wanted: string): { start: number; end: number } | null {
  const needle = foldText(wanted);
  if (needle === "") return null;
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldText(character);
    for (let unit = 0; unit < plain.length; unit++) starts.push(at);
    folded += plain;
    at += character.length;
  }
  starts.push(at);
  const found = folded.indexOf(needle);
  if (found === -1) return null;
  return { start: starts[found] ?? 0, end: starts[found + needle.length] ?? text.length };
}

/** Returns a text as it is searched. */
export function foldText(text: string): string {
  return plainSigns(text).toLowerCase();
}
