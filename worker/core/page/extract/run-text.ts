import { OBJECT_PLACEHOLDER } from "../block.ts";

/** Marks a picture while a run is being put together. A character that pages have no use for (interlinear annotation terminator). */
const PICTURE = "\uFFFB";

/** Invisible inside words: soft hyphen, zero width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
/** All white space but single spaces, which stay as they are. */
const SPACES = /[^\S ]\s*| \s+/g;
const HAS_WORDS = /[\p{L}\p{N}]/u;

/** Longest text of one Block, in UTF-16 code units. Longer runs are cut between words into several. */
export const MAX_BLOCK_LENGTH = 20_000;

/** Text of one run while it is put together from inline elements. */
export type RunText = {
  parts: string[];
  /** True if an inline element ended here with no text since, and whether it is one that stands apart (see `enterElement`). */
  closed: "no" | "joining" | "apart";
  /** Whether, since the last text, an inline element ended and another began. */
  seam: "no" | "joining" | "apart";
};

export function emptyRun(): RunText {
  return { parts: [], closed: "no", seam: "no" };
}

/** Adds text as it stands in the page. Joins it to what is there, unless two elements meet here that a reader sees apart. */
export function addText(run: RunText, text: string): void {
  if (text === "") return;
  if (run.seam === "apart" || (run.seam === "joining" && looksApart(run.parts.at(-1), text))) run.parts.push(" ");
  run.closed = "no";
  run.seam = "no";
  run.parts.push(text);
}

/** An inline element begins. `apart`: it is of those that are never halves of a word, as `<a>Home</a><a>About</a>`. */
export function enterElement(run: RunText, apart: boolean): void {
  if (run.closed === "no" || run.seam === "apart") return;
  run.seam = apart && run.closed === "apart" ? "apart" : "joining";
}

/** An inline element ends. */
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
 * True if two inline elements that touch are two things: `<span>Price</span><span>10</span>`, `<b>Home</b><b>About</b>`, but not
 * `<b>wo</b><i>rd</i>`. They are where a small letter or a mark ends the one and a capital or a digit begins the other.
 */
function looksApart(before: string | undefined, after: string): boolean {
  return before !== undefined && /[\p{Ll}.,:;!?)]$/u.test(before) && /^[\p{Lu}\p{N}]/u.test(after);
}

/** The finished texts of a run: none where it has no word, several where it is longer than a Block may be. */
export function finishRun(parts: readonly string[]): string[] {
  const raw = parts.length === 1 ? (parts[0] ?? "") : parts.join("");
  // Most runs are the white space between two elements.
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
