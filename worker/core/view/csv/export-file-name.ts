/** Longest part that comes from a name, so that every system takes the file. */
const LONGEST = 60;

/** Returns the name of a file with its subject and day, such as "flawless-harbour-bakery-issues-2026-11-21.csv", in ASCII only. */
export function exportFileName(parts: readonly string[], { at, ending }: { at: Date; ending: "csv" | "pdf" | "zip" }): string {
  const words = parts.map(slugOf).filter((slug) => slug !== "");
  return `${["flawless", ...words, at.toISOString().slice(0, 10)].join("-")}.${ending}`;
}

function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "")
    .join("-")
    .slice(0, LONGEST)
    .replace(/-$/u, "");
}
