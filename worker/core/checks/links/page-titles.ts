import { startTags } from "../../page/html/start-tags.ts";
import { soundsLikeNotFound } from "./sounds-like-not-found.ts";

/** Title and first heading of a page, read without parsing it: enough to see whether it may be an error page. */
export type PageTitles = { title: string; heading: string };

/** Longest title or heading that can identify an error page. */
const MAX_LENGTH = 1000;

/** Reads the title and first heading of a page's HTML, or of its beginning. Runs in linear time. */
export function readTitles(html: string): PageTitles {
  return { title: textOf(titleIn(html)), heading: textOf(headingIn(html)) };
}

function titleIn(html: string): string {
  const { value: tag } = startTags(html, /<title\b/gi).next();
  if (!tag) return "";
  const text = html.slice(tag.end, tag.end + MAX_LENGTH);
  return text.split("<", 1)[0] ?? "";
}

/** Returns the first heading of at most `MAX_LENGTH` characters. */
function headingIn(html: string): string {
  const ending = /<\/h1/gi;
  let end = -1;
  for (const tag of startTags(html, /<h1\b/gi)) {
    if (end < tag.end) {
      ending.lastIndex = tag.end;
      const found = ending.exec(html);
      if (!found) return "";
      end = found.index;
    }
    if (end - tag.end <= MAX_LENGTH) return html.slice(tag.end, end);
  }
  return "";
}

/** True if a page's title or heading reads like that of an error page. */
export function looksLikeErrorPage({ title, heading }: PageTitles): boolean {
  return soundsLikeNotFound(title) || soundsLikeNotFound(heading);
}

/** True if two error pages of one host have the same title and heading, apart from the address that each may repeat. */
export function isSameErrorPage(one: { url: string; titles: PageTitles }, other: { url: string; titles: PageTitles }): boolean {
  const [a, b] = [withoutAddress(one), withoutAddress(other)];
  return a.title === b.title && a.heading === b.heading && looksLikeErrorPage(a);
}

function withoutAddress({ url, titles }: { url: string; titles: PageTitles }): PageTitles {
  const { pathname } = new URL(url);
  const names = [url, pathname, pathname.slice(1), pathname.split("/").at(-1) ?? ""].filter((name) => name.length > 1);
  const strip = (text: string) => names.reduce((left, name) => left.replaceAll(name, ""), text);
  return { title: strip(titles.title), heading: strip(titles.heading) };
}

function textOf(html: string): string {
  const text = html.replace(/<[^<>]*>/g, " ").replace(/&(?:#39|rsquo|#8217|apos);/gi, "’");
  return text
    .replace(/&(?:nbsp|#160);/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}
