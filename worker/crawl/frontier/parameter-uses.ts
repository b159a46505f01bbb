/** Parameters and values of each that are watched. */
const MOST_NAMES = 200;
const MOST_VALUES = 5_000;
/** Pages whose links must have a parameter. */
const FEWEST_PAGES = 3;
/** Part of its values that several pages may have: those that select a page recur. */
const MOST_SHARED = 0.05;

/**
 * The way in which a parameter is used. `ofLinks`: hardly a value is in the links of two pages. `ofPages`: all links of a page have the same
 * value.
 */
export type ParameterKind = "ofLinks" | "ofPages";

/** Watches which values of parameters the links of pages have. */
export type ParameterUses = {
  /** Notes addresses and the page whose links they are. Null: they are known from earlier Crawls. */
  note(page: string | null, addresses: readonly string[]): void;
  /** Returns the kind of a parameter that may change nothing; null for one that selects something. */
  kindOf(name: string): ParameterKind | null;
  /** Returns true if any address had a parameter. */
  hasAny(): boolean;
};

type Uses = { pages: Set<string>; values: Map<string, string | null>; shared: Set<string>; hasTwoOnOnePage: boolean };

export function createParameterUses(): ParameterUses {
  const all = new Map<string, Uses>();
  const usesOf = (name: string): Uses | undefined => {
    const known = all.get(name);
    if (known || all.size >= MOST_NAMES) return known;
    const uses: Uses = { pages: new Set(), values: new Map(), shared: new Set(), hasTwoOnOnePage: false };
    all.set(name, uses);
    return uses;
  };
  return {
    note: (page, addresses) => {
      const onPage = new Map<string, string>();
      for (const address of new Set(addresses))
        for (const [, name = "", value = ""] of address.includes("?") ? address.matchAll(PAIRS) : []) {
          const uses = usesOf(name);
          if (!uses || uses.values.size >= MOST_VALUES) continue;
          const before = uses.values.get(value);
          if (before !== undefined && before !== page) uses.shared.add(value);
          if (before === undefined) uses.values.set(value, page);
          if (page === null) continue;
          uses.pages.add(page);
          uses.hasTwoOnOnePage ||= (onPage.get(name) ?? value) !== value;
          onPage.set(name, value);
        }
    },
    kindOf: (name) => {
      const uses = all.get(name);
      if (!uses || uses.pages.size < FEWEST_PAGES || uses.values.size < 2) return null;
      if (uses.shared.size <= uses.values.size * MOST_SHARED) return "ofLinks";
      return uses.hasTwoOnOnePage ? null : "ofPages";
    },
    hasAny: () => all.size > 0,
  };
}

const PAIRS = /[?&]([^=&#?]+)=([^&#]*)/g;
