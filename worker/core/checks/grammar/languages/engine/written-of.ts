import type { Part } from "./parts.ts";

/** Returns the text of parts, with one space between two that are apart. */
export function writtenOf(parts: readonly Part[]): string {
  return parts.map(({ text, start }, at) => (at > 0 && parts[at - 1]?.end !== start ? ` ${text}` : text)).join("");
}
