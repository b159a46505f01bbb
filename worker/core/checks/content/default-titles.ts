import { type ContentRule, wholeOf } from "./slip.ts";

/** Default titles of editors, frameworks and themes, in lower case, with the confidence for each. */
const TITLES: ReadonlyMap<string, number> = new Map([
  ["untitled document", 0.95],
  ["untitled page", 0.95],
  ["untitled", 0.8],
  ["new page", 0.8],
  ["new page 1", 0.95],
  ["page title", 0.9],
  ["insert title here", 0.95],
  ["title goes here", 0.95],
  ["your title here", 0.95],
  ["website title", 0.85],
  ["document", 0.75],
  ["title", 0.75],
  ["react app", 0.95],
  ["vite app", 0.95],
  ["vite + react", 0.95],
  ["vite + react + ts", 0.95],
  ["vite + vue", 0.95],
  ["create next app", 0.95],
  ["sveltekit app", 0.9],
  ["my wordpress site", 0.9],
  ["my blog – just another wordpress site", 0.95],
  ["home | my site", 0.95],
  ["home | mysite", 0.95],
  ["index", 0.5],
]);
/** "Home | Mysite 3", "Blog | My Site 1": defaults of a site builder. "Sample Page – Our shop": a theme's. */
const NUMBERED = /^[^|]{1,30} \| my ?site(?: ?\d{1,2})?$|^sample page(?: [-–—|] .{1,60})?$|^hello world! [-–—|] .{1,60}$/iu;

/** Headings of the example page and post of a new blog. */
const HEADINGS: ReadonlyMap<string, number> = new Map([
  ["hello world!", 0.5],
  ["sample page", 0.7],
  ["your heading here", 0.9],
]);

/** Finds titles and headings that are still the default. */
export const findDefaultTitles: ContentRule = ({ kind, text }) => {
  if (kind !== "title" && kind !== "heading") return [];
  const plain = text.toLowerCase();
  const confidence = kind === "heading" ? HEADINGS.get(plain) : (TITLES.get(plain) ?? (NUMBERED.test(text) ? 0.85 : undefined));
  if (confidence === undefined) return [];
  const message =
    kind === "title"
      ? "This page still has the default title of its editor or theme; search engines and browser tabs show it."
      : "This heading is still the theme's example; write your own.";
  return [{ rule: "content/default-title", confidence, message, range: wholeOf(text) }];
};
