import type { Rect } from "#worker/core/view/marks/picture-mark.ts";

/** Width of the part around a mark, in the page's CSS pixels: a column of text with its surroundings. */
const CROP_WIDTH = 720;
/** Page to the left and right of a wide mark. */
const MARGIN = 48;

/** Returns the rectangle that contains all of these. */
export function boundsOf(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Returns the part of a picture to show around a mark, with the given ratio of width to height. The mark is in its middle, except at the
 * edges of the picture. A picture that is less high than the part leaves a rest at the bottom.
 */
export function cropAround(rects: readonly Rect[], picture: { width: number; height: number }, ratio: number): Rect {
  const mark = boundsOf(rects);
  const width = Math.min(picture.width, Math.max(CROP_WIDTH, mark.width + 2 * MARGIN));
  const height = width / ratio;
  // Of a mark that is higher than the part, its beginning shows.
  const middle = mark.y + Math.min(mark.height, height - MARGIN) / 2;
  return {
    x: within(mark.x + mark.width / 2 - width / 2, picture.width - width),
    y: within(middle - height / 2, picture.height - height),
    width,
    height,
  };
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
