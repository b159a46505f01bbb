import { startTags } from "../../page/html/start-tags.ts";
import { soundsGone } from "./sounds-gone.ts";

/** What a page calls itself, read without taking it apart: enough to see whether it may be an error page. */
export type PageSigns = { title: string; heading: string };

/** Longer titles and headings are none that say in a few words what the page is. */
const MAX_LENGTH = 1000;

/** The title and first heading of a page's HTML, or of its beginning. Takes time proportional to its length. */
export function readSigns(html: string): PageSigns {
  return { title: textOf(titleIn(html)), heading: textOf(headingIn(html)) };
}

function titleIn(html: string): string {
  const { value: tag } = startTags(html, /<title\b/gi).next();
  if (!tag) return "";
  const text = html.slice(tag.end, tag.end + MAX_LENGTH);
  return text.split("<", 1)[0] ?? "";
}

/** What the first heading holds that ends after at most so much. */
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

function textOf(html: string): string {
  const text = html.replace(/<[^<>]*>/g, " ").replace(/&(?:#39|rsquo|#8217|apos);/gi, "’");
  return text
    .replace(/&(?:nbsp|#160);/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}
