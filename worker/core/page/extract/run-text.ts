import { OBJECT_PLACEHOLDER } from "../block.ts";

/** Marks a picture while a run is built. Pages do not use this character (interlinear annotation terminator). */
const PICTURE = "\uFFFB";

/** Invisible characters inside words: soft hyphen, zero width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
/** White space that is not a single space. */
const SPACES = /[^\S ]\s*| \s+/g;
const HAS_WORDS = /[\p{L}\p{N}]/u;

/** Longest text of one Block, in UTF-16 code units. Longer runs are split between words into several Blocks. */
export const MAX_BLOCK_LENGTH = 20_000;

/** Text of one run while it is built from inline elements. */
export type RunText = {
  parts: string[];
  /** Set if an inline element has ended since the last text; `apart` if it is never half of a word (see `enterElement`). */
  closed: "no" | "joining" | "apart";
  /** Set if an inline element has ended and another has begun since the last text. */
  seam: "no" | "joining" | "apart";
};

export function emptyRun(): RunText {
  return { parts: [], closed: "no", seam: "no" };
}

/** Adds text to a run, with a space before it if it meets another element's text that readers see as separate. */
export function addText(run: RunText, text: string): void {
  if (text === "") return;
  if (run.seam === "apart" || (run.seam === "joining" && looksApart(run.parts.at(-1), text))) run.parts.push(" ");
  run.closed = "no";
  run.seam = "no";
  run.parts.push(text);
}

/** Notes the start of an inline element. `apart`: it is never half of a word, as in `<a>Home</a><a>About</a>`. */
export function enterElement(run: RunText, apart: boolean): void {
  if (run.closed === "no" || run.seam === "apart") return;
  run.seam = apart && run.closed === "apart" ? "apart" : "joining";
}

/** Notes the end of an inline element. */
export function leaveElement(run: RunText, apart: boolean): void {
  if (run.closed !== "apart") run.closed = apart ? "apart" : "joining";
}

export function addObject(run: RunText): void {
  addText(run, OBJECT_PLACEHOLDER);
}

export function addPicture(run: RunText): void {
  addText(run, PICTURE);
}

/**
 * True if two adjoining inline elements are separate: `<span>Price</span><span>10</span>`, `<b>Home</b><b>About</b>`, but not
 * `<b>wo</b><i>rd</i>`. The first then ends with a small letter or a mark, and the second begins with a capital or a digit.
 */
function looksApart(before: string | undefined, after: string): boolean {
  return before !== undefined && /[\p{Ll}.,:;!?)]$/u.test(before) && /^[\p{Lu}\p{N}]/u.test(after);
}

/** Returns the finished texts of a run: none if it has no word, several if it is longer than a Block may be. */
export function finishRun(parts: readonly string[]): string[] {
  const raw = parts.length === 1 ? (parts[0] ?? "") : parts.join("");
  // Most runs are only the white space between two elements.
  if (!HAS_WORDS.test(raw)) return [];
  const text = tidy(raw);
  return text.length <= MAX_BLOCK_LENGTH ? [text] : cut(text);
}

function tidy(raw: string): string {
  const text = raw.replace(INVISIBLE, "").replace(SPACES, " ");
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text[start])) start += 1;
  while (end > start && isEdge(text[end - 1])) end -= 1;
  return text.slice(start, end).replaceAll(PICTURE, OBJECT_PLACEHOLDER);
}

function isEdge(character: string | undefined): boolean {
  return character === " " || character === PICTURE;
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const limit = from + MAX_BLOCK_LENGTH;
    const space = limit >= text.length ? text.length : text.lastIndexOf(" ", limit);
    const end = space > from ? space : limit;
    pieces.push(text.slice(from, end));
    from = text[end] === " " ? end + 1 : end;
  }
  return pieces.filter((piece) => HAS_WORDS.test(piece));
}
