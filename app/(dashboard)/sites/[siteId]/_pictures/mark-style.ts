import type { CSSProperties } from "react";
import type { Rect } from "#worker/core/view/marks/picture-mark.ts";

/**
 * Look of a mark. Pages have any colours, so the outline is dark red between two white lines: one of them has enough contrast
 * on every ground, in both schemes. The fill is so thin that the words stay readable.
 */
export const MARK_LOOK =
  "rounded-[2px] bg-[#ffd54a]/25 outline-2 outline-offset-1 outline-[#b3261e] shadow-[0_0_0_1px_#fff,0_0_0_5px_rgb(255_255_255/0.85)]";

/** Places a rectangle inside a box that shows `view` of the same picture. */
export function placeIn(rect: Rect, view: Rect): CSSProperties {
  return {
    left: percent(rect.x - view.x, view.width),
    top: percent(rect.y - view.y, view.height),
    width: percent(rect.width, view.width),
    height: percent(rect.height, view.height),
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(4)}%`;
}
