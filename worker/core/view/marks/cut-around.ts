import { cutEnd, isSpace, withoutHalf } from "./cut-end.ts";
import type { MarkedText } from "./mark-mistake.ts";

/**
 * Cuts a marked text to about `most` UTF-16 code units around its mistake, between words where there are any. An ellipsis shows each cut. Without
 * a mistake, the beginning is kept.
 */
export function cutAround({ before, mistake, after }: MarkedText, most: number): MarkedText {
  if (mistake === "") return { before: cutEnd(before, most), mistake, after: "" };
  const shown = cutEnd(mistake, most);
  const room = Math.max(0, most - shown.length);
  const roomBefore = Math.max(room / 2, room - after.length);
  const cut = cutStart(before, roomBefore);
  return { before: cut, mistake: shown, after: cutEnd(after, Math.max(room / 2, room - cut.length)) };
}

function cutStart(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.length - Math.floor(most);
  const kept = withoutHalf(text.slice(start));
  const space = isSpace(text[start - 1]) ? -1 : kept.search(/\s/u);
  return `…${space === kept.length - 1 ? kept : kept.slice(space + 1)}`;
}
