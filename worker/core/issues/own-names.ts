import type { WordEvidence } from "../checks/finding.ts";
import type { BlockKind } from "../page/block.ts";

/** Location of a Finding: its page, its element, the Block with its kind (both null for links), the confidence and the evidence there. */
export type FindingLocation = {
  url: string;
  selector: string;
  kind: BlockKind | null;
  block: string | null;
  confidence: number;
  evidence?: WordEvidence | undefined;
};

const SHORTEST_IN_DOMAIN = 4;
/** Shorter words match the ends of others by chance. */
const SHORTEST_PART = 5;
const FEWEST_TITLES = 2;
const IN_ADDRESS = /(?:^|[ >])address(?:[ :]|$)/u;
/**
 * A capitalised word with a lower confidence is not at the start of a sentence, where a capital proves no name ("Adress: 5 Main
 * Street").
 */
const BELOW_OPENING = 0.8;

/** True if a word is in the domain of a page that uses it: "Falcot" on www.falcot-corp.com, "flickr" on flickr.com. */
export function isInDomain(word: string, locations: readonly Pick<FindingLocation, "url">[]): boolean {
  const plain = fold(word);
  if (plain.length < SHORTEST_IN_DOMAIN) return false;
  return [...new Set(locations.map(({ url }) => new URL(url).hostname))].some((host) =>
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

/** Reduces a word to the characters of domain names: small letters without marks, and digits. */
function fold(word: string): string {
  return word
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "");
}

/**
 * True if a Site's pages mark a word as a name: it is in the site, application or author name in a page's head, is capitalised
 * in several titles, or is capitalised inside an `<address>` other than at the start of a sentence.
 */
export function isStatedName(word: string, locations: readonly FindingLocation[]): boolean {
  if (locations.some(({ kind }) => kind === "name")) return true;
  if (!/^\p{Lu}/u.test(word)) return false;
  const titles = new Set(locations.filter(({ kind }) => kind === "title").map(({ block }) => block));
  if (titles.size >= FEWEST_TITLES) return true;
  return locations.some(({ selector, confidence }) => IN_ADDRESS.test(selector) && confidence < BELOW_OPENING);
}
