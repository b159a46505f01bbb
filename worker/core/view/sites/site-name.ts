import { shownAddress } from "../shown-address.ts";

const LONGEST = 100;
/** "Home | Harbour Bakery", "Welcome – Harbour Bakery": generic parts of titles that name no site. */
const GENERIC =
  /^(the\s+)?(home(\s?page)?|welcome(\s+(page|to))?|index|start(\s?page|seite)?|startseite|main(\s+page)?|untitled.*)$/iu;

/**
 * Returns a site's name from its start page's title: the first part that is not just "Home", else its address without the
 * scheme. At most 100 characters. People can change it in the settings.
 */
export function siteName(title: string, startUrl: string): string {
  return (partsOf(title).find((part) => part !== "" && !GENERIC.test(part)) ?? shownAddress(startUrl)).slice(0, LONGEST);
}

/** Returns a page's name: the first part of its title, which the site's own name usually follows. At most 100 characters. */
export function pageName(title: string): string {
  return (partsOf(title).find((part) => part !== "") ?? "").slice(0, LONGEST);
}

function partsOf(title: string): string[] {
  return title
    .replace(/\s+/gu, " ")
    .split(/ [|–—·•-] |[|»]/u)
    .map((part) => part.trim());
}
