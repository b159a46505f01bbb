/** Returns the pattern of an address, such as `/decide/[token]`, which has nothing of the address itself. */
export type FindPattern = (path: string) => string;

type Node = { fixed: Map<string, Node>; one: Node | null; rest: string | null; pattern: string | null };

const newNode = (): Node => ({ fixed: new Map(), one: null, rest: null, pattern: null });

/** Pattern of all files that a build made. */
export const BUILD_FILES = "/_next/[file]";
const BUILD_FOLDER = "/_next/";
const UNKNOWN = "(other)";

/** Makes a lookup from the patterns of all pages and routes, as Next writes them. A fixed segment wins over a variable one. */
export function makeFindPattern(patterns: readonly string[]): FindPattern {
  const root = newNode();
  for (const pattern of patterns) addPattern(root, pattern);
  return (path) => {
    if (path.startsWith(BUILD_FOLDER)) return BUILD_FILES;
    return find(root, segmentsOf(path)) ?? UNKNOWN;
  };
}

function addPattern(root: Node, pattern: string): void {
  let node = root;
  for (const segment of segmentsOf(pattern)) {
    if (segment.startsWith("[...") || segment.startsWith("[[...")) {
      node.rest = pattern;
      return;
    }
    node = segment.startsWith("[") ? variableChild(node) : fixedChild(node, segment);
  }
  node.pattern = pattern;
}

function variableChild(node: Node): Node {
  node.one ??= newNode();
  return node.one;
}

function fixedChild(node: Node, segment: string): Node {
  const known = node.fixed.get(segment) ?? newNode();
  node.fixed.set(segment, known);
  return known;
}

/** Depth is that of the longest pattern, so a long address costs no more than a short one. */
function find(node: Node, [segment, ...others]: readonly string[]): string | null {
  if (segment === undefined) return node.pattern;
  const fixed = node.fixed.get(segment);
  return (fixed && find(fixed, others)) ?? (node.one && find(node.one, others)) ?? node.rest;
}

function segmentsOf(path: string): string[] {
  return path.split("/", LONGEST).filter((segment) => segment !== "");
}

/** Segments of an address that are looked at. Next has no pattern that long. */
const LONGEST = 30;
