import { soundsGone } from "./sounds-gone.ts";

/** What a page calls itself, read without taking it apart: enough to see whether it may be an error page. */
export type PageSigns = { title: string; heading: string };

const TITLE = /<title\b[^>]*>([^<]{0,1000})/i;
const HEADING = /<h1\b[^>]*>([\s\S]{0,1000}?)<\/h1/i;

/** The title and first heading of a page's HTML, or of its beginning. */
export function readSigns(html: string): PageSigns {
  return { title: textOf(TITLE.exec(html)?.[1]), heading: textOf(HEADING.exec(html)?.[1]) };
}

/** Whether a page's title or heading sounds as if the page were none. */
export function soundLikeError({ title, heading }: PageSigns): boolean {
  return soundsGone(title) || soundsGone(heading);
}

/** Whether two pages of one host call themselves the same, apart from the address that each may repeat. */
export function isSameError(one: { url: string; signs: PageSigns }, other: { url: string; signs: PageSigns }): boolean {
  const [a, b] = [withoutAddress(one), withoutAddress(other)];
  return a.title === b.title && a.heading === b.heading && soundLikeError(a);
}

function withoutAddress({ url, signs }: { url: string; signs: PageSigns }): PageSigns {
  const { pathname } = new URL(url);
  const names = [url, pathname, pathname.slice(1), pathname.split("/").at(-1) ?? ""].filter((name) => name.length > 1);
  const strip = (text: string) => names.reduce((left, name) => left.replaceAll(name, ""), text);
  return { title: strip(signs.title), heading: strip(signs.heading) };
}

function textOf(html = ""): string {
  const text = html.replace(/<[^>]*>/g, " ").replace(/&(?:#39|rsquo|#8217|apos);/gi, "’");
  return text
    .replace(/&(?:nbsp|#160);/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}
