/** A Site as the list arranges it: by its trouble, then by name. */
type Arranged = { name: string; startUrl: string; rank: number };

const NAMES = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** Returns the Sites whose name or address contains what was typed, the most urgent trouble first, then by name. */
export function arrangeSites<S extends Arranged>(sites: readonly S[], typed: string): S[] {
  const wanted = plain(typed);
  return sites
    .filter(({ name, startUrl }) => plain(name).includes(wanted) || startUrl.toLowerCase().includes(wanted))
    .sort((a, b) => a.rank - b.rank || NAMES.compare(a.name, b.name));
}

/** Lowers the case and drops accents, so that "cafe" finds "Café". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
