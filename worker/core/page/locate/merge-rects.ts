/** Rectangle in a page's CSS pixels, from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** Gap between two parts of one line: a word may be in several elements, with a margin between them. */
const GAP = 8;
/** Smallest width and height of something that visitors can see. */
const SEEN = 2;

/**
 * Returns one rectangle for each line, in whole pixels, cut to the picture. Drops what is too small to be seen or outside of it, as are texts
 * for screen readers only.
 */
export function mergeRects(rects: readonly Box[], picture: { width: number; height: number }): Box[] {
  const lines: Box[] = [];
  for (const rect of rects) {
    const cut = intersect(rect, { x: 0, y: 0, ...picture });
    if (cut.width < SEEN || cut.height < SEEN) continue;
    const line = lines.findIndex((other) => isSameLine(other, cut));
    const known = lines[line];
    if (known) lines[line] = unite(known, cut);
    else lines.push(cut);
  }
  return lines.map(rounded);
}

function intersect(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

function unite(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

function isSameLine(one: Box, other: Box): boolean {
  const { width, height } = intersect(one, other);
  return height > Math.min(one.height, other.height) / 2 && width > -GAP;
}

function rounded({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}
