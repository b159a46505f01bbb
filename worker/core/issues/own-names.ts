import type { BlockKind } from "../page/block.ts";

/** A page, the Block on it and its kind (null: a link), where in the page it stands, and how sure the Finding there is. */
export type Place = { url: string; selector: string; kind: BlockKind | null; block: string | null; confidence: number };

const SHORTEST_IN_DOMAIN = 4;
/** Shorter words begin and end others by chance. */
const SHORTEST_PART = 5;
const FEWEST_TITLES = 2;
const IN_ADDRESS = /(?:^|[ >])address(?:[ :]|$)/u;
/** A capital that its place asks for says nothing: "Adress: 5 Main Street". What has one without need is surer a name, and found less surely. */
const BELOW_OPENING = 0.8;

/** True if a word is in the domain of a page that it stands on: "Falcot" on www.falcot-corp.com, or "flickr" on flickr.com. */
export function isInDomain(word: string, places: readonly Pick<Place, "url">[]): boolean {
  const plain = fold(word);
  if (plain.length < SHORTEST_IN_DOMAIN) return false;
  return [...new Set(places.map(({ url }) => new URL(url).hostname))].some((host) =>
    host
      .split(".")
      .slice(0, -1)
      .some((label) => isPartOfLabel(plain, label)),
  );
}

function isPartOfLabel(word: string, label: string): boolean {
  if (label.split("-").includes(word) || label.replaceAll("-", "") === word) return true;
  return word.length >= SHORTEST_PART && (label.startsWith(word) || label.endsWith(word));
}

/** Domains are in plain small letters, without marks. */
function fold(word: string): string {
  return word
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "");
}

/**
 * True if a Site's pages say that a word is its own name or somebody's: it is in the name of the site, the application or the author
 * that the head states, has a capital in several titles, or one that its place does not ask for in an `<address>`.
 */
export function isStatedName(word: string, places: readonly Place[]): boolean {
  if (places.some(({ kind }) => kind === "name")) return true;
  if (!/^\p{Lu}/u.test(word)) return false;
  const titles = new Set(places.filter(({ kind }) => kind === "title").map(({ block }) => block));
  if (titles.size >= FEWEST_TITLES) return true;
  return places.some(({ selector, confidence }) => IN_ADDRESS.test(selector) && confidence < BELOW_OPENING);
}
