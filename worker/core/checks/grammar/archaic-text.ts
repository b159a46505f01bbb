/**
 * Matches words of the English of the King James Bible, which people quote. "Wilt", "art" and "whatsoever" are modern words too, so they are
 * left out.
 */
const ARCHAIC =
  /(?<![\p{L}'’-])(?:[Yy]e|[Tt]hee|[Tt]hou|[Tt]hy|[Tt]hine|[Hh]ath|[Dd]oth|[Ss]aith|[Uu]nto|[Ss]halt|[Hh]ast|[Hh]adst|[Dd]idst|[Ss]pake|[Bb]egat|(?!(?:eye)?teeth|shibboleth|beneath)[a-z]{3,}eth)(?![\p{L}'’])/gu;

/** Characters on either side of an archaic word that are taken to be of the same quotation. */
const REACH = 150;

/** Returns a function that tells whether a range of an English text lies in a quotation of another century, whose grammar is its own. */
export function archaicRanges(text: string): (range: { start: number; end: number }) => boolean {
  const places = [...text.matchAll(ARCHAIC)].map(({ index }) => index);
  return ({ start, end }) => places.some((place) => place >= start - REACH && place <= end + REACH);
}
