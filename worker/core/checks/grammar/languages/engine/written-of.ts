import type { Part } from "./parts.ts";

/** Returns parts as they are written, with one space where there is any. */
export function writtenOf(parts: readonly Part[]): string {
  return parts.map(({ text, start }, at) => (at > 0 && parts[at - 1]?.end !== start ? ` ${text}` : text)).join("");
}
