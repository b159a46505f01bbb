import { hasRel, SHARED_PICTURE, STYLE } from "../../page/html/link-attributes.ts";
import type { PageLink } from "../../page/page-content.ts";

/** Names what a page needs where it loads a target: a document in a frame, or a file that a web page cannot replace. */
export type Needed = "document" | "picture" | "style sheet" | "script" | "file";

/** The use of a target that pages load, and one of those pages, which browsers name in the request (Referer). */
export type TargetUse = { needs: Needed; page: string };

/** Returns how pages load a target, or null if they only lead there. */
export type FindUse = (target: string) => TargetUse | null;

/** Needs by element. A `source` may be a film or a picture, a `video` has a film and a picture. */
const NEEDS = new Map<string, Needed>([
  ["img", "picture"],
  ["input", "picture"],
  ["image", "picture"],
  ["use", "picture"],
  ["body", "picture"],
  [SHARED_PICTURE, "picture"],
  [STYLE, "file"],
  ["source", "file"],
  ["video", "file"],
  ["audio", "file"],
  ["track", "file"],
  ["script", "script"],
  ["iframe", "document"],
  ["frame", "document"],
  ["embed", "document"],
  ["object", "document"],
]);
/** Needs of `<link>` by its relation. */
const NEEDS_OF_RELS = new Map<string, Needed>([
  ["stylesheet", "style sheet"],
  ["icon", "picture"],
  ["apple-touch-icon", "picture"],
  ["apple-touch-icon-precomposed", "picture"],
  ["mask-icon", "picture"],
  ["manifest", "file"],
]);

/** Elements whose targets pages load. */
export const LOADING_ELEMENTS = [...NEEDS.keys(), "link"];

/** Returns what a page needs at this link; null if it only leads there. */
export function neededAt({ element, rel }: Pick<PageLink, "element" | "rel">): Needed | null {
  if (element !== "link") return NEEDS.get(element) ?? null;
  // A style sheet that visitors may choose is loaded like any other.
  return [...NEEDS_OF_RELS].find(([word]) => hasRel(rel, word))?.[1] ?? null;
}

/** Returns true if a web page in its place leaves a gap. */
export function needsFile(needed: Needed | null | undefined): boolean {
  return needed != null && needed !== "document";
}
