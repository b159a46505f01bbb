import { plural } from "../../text/plural.ts";

/** Says how many words were added, how many were there already, and how many issues that closed. */
export function addedWords({ added, known, closed }: { added: number; known: number; closed: number }): string {
  const parts = [
    `${plural(added, "word")} added`,
    ...(known > 0 ? [`${plural(known, "word was", "words were")} there already`] : []),
    ...(closed > 0 ? [`${plural(closed, "issue")} closed`] : []),
  ];
  return `${parts.join("; ")}.`;
}
