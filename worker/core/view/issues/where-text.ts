import { plural } from "../../text/plural.ts";
import { cutEnd } from "../marks/cut-end.ts";
import { shownAddress } from "../shown-address.ts";

/** Returns the first page of an Issue and the number of the others: "bakery.example/menu and 3 more pages". Cuts the address to `most`. */
export function whereText({ pageUrl, pageCount }: { pageUrl: string; pageCount: number }, most: number): string {
  const page = cutEnd(shownAddress(pageUrl), most);
  return pageCount < 2 ? page : `${page} and ${plural(pageCount - 1, "more page")}`;
}
