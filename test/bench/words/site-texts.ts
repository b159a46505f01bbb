import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { languageOfBlock } from "#worker/core/language/language-of-block.ts";
import { isEnglish } from "#worker/core/language/languages.ts";
import type { Block, PlacedBlock } from "#worker/core/page/block.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";

/** Holds the English texts of one site: of each page, and each text once. */
export type SiteTexts = { site: string; pages: { url: string; blocks: PlacedBlock[] }[]; blocks: Block[] };

const SKIPPED = new Set(
  (
    ".git node_modules vendor dist _next assets static css js fonts coverage tests __tests__ test lib libraries system plugins " +
    "modules wp-includes wp-admin migrations scripts database config storybook stories"
  ).split(" "),
);
const SKIPPED_FILES = /^(?:readme|license|changelog|contributing|claude|agents|security|code_of_conduct|404)/iu;
/** Matches notes for developers: "SETUP_GUIDE.md". */
const NOTES = /^[A-Z\d_-]+\.md$/u;
const LARGEST = 600_000;
const MOST_FILES = 400;

/** Reads the pages of the sites in a folder, one folder each: HTML as it is, Markdown and components by their texts. */
export function readSites(folder: string): SiteTexts[] {
  return readdirSync(folder)
    .sort()
    .map((site) => readSite(site, join(folder, site)))
    .filter(({ blocks }) => blocks.length > 0);
}

function readSite(site: string, folder: string): SiteTexts {
  const pages = filesIn(folder)
    .slice(0, MOST_FILES)
    .map((path) => ({ url: addressOf(site, relative(folder, path)), blocks: blocksOf(path) }));
  const blocks = new Map(pages.flatMap((page) => page.blocks.map((block): [string, Block] => [block.text, block])));
  return { site, pages, blocks: [...blocks.values()] };
}

/** Returns an address on the domain that the name of the repository states, or on one made of its name. */
function addressOf(site: string, path: string): string {
  const name = (site.split("+")[1] ?? site).toLowerCase().replace(/\.github\.io$/u, "");
  const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+$/u.test(name) ? name : `${name.replace(/[^a-z0-9-]+/gu, "-")}.example`;
  return `https://${host}/${path.split(sep).map(encodeURIComponent).join("/")}`;
}

function blocksOf(path: string): PlacedBlock[] {
  const source = readFileSync(path, "utf8").slice(0, LARGEST);
  const page = extractPage(asHtml(source, extname(path)), { url: "https://site.example/" });
  return page.blocks.filter((block) => {
    const language = languageOfBlock(block, { siteLanguage: "auto", pageLang: page.lang });
    return language !== null && isEnglish(language);
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) || entry.name.startsWith(".") ? [] : filesIn(path);
      if (NOTES.test(entry.name)) return [];
      const isText = /\.(?:html?|php|mdx?|markdown|tsx|jsx|astro|vue)$/iu.test(entry.name);
      return entry.isFile() && isText && !SKIPPED_FILES.test(entry.name) ? [path] : [];
    });
}

function asHtml(source: string, extension: string): string {
  if (/^\.(?:mdx?|markdown)$/u.test(extension)) return htmlOfMarkdown(source);
  return /^\.(?:html?|php)$/u.test(extension) ? source.replace(TEMPLATE, " ") : htmlOfComponent(source);
}

/** Matches the placeholders of template engines. */
const TEMPLATE = /\{\{[^}]*\}\}|\{%[^%]*%\}|<\?[\s\S]*?(?:\?>|$(?![\s\S]))|<%[\s\S]*?%>|@(?:php|verbatim)[\s\S]*?@end\w+/gu;

/** Rough, but prose comes out as prose. */
function htmlOfMarkdown(source: string): string {
  const text = source
    .replace(/^---\n[\s\S]*?\n---\n/u, "")
    .replace(/^(?:```|~~~)[\s\S]*?^(?:```|~~~)/gmu, "")
    .replace(TEMPLATE, " ")
    .replace(/<[^>]{0,400}>/gu, " ")
    .replace(/`[^`\n]*`/gu, "<code>x</code>")
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/gu, "");
  const lines = text.split(/\n{2,}|\n(?=[#*+>|-]|\d+\.)/u).map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !/^[|:=-]/u.test(line))
    .map((line) =>
      line.startsWith("#")
        ? `<h2>${line.replace(/^#+\s*/u, "")}</h2>`
        : /^(?:[*+-]|\d+\.)\s/u.test(line)
          ? `<li>${line.replace(/^\S+\s+/u, "")}</li>`
          : `<p>${line}</p>`,
    )
    .join("\n");
}

/** The texts between the tags of a component. */
function htmlOfComponent(source: string): string {
  const texts = source.matchAll(/<(h[1-6]|p|li|button|span|a|td|label|strong)\b[^<>]*>\s*([^<>{}=;]{3,}?)\s*<\//gu);
  return [...texts].map(([, tag = "p", text = ""]) => `<div><${tag}>${text}</${tag}></div>`).join("\n");
}
