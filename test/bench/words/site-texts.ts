import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { languageOfBlock } from "#worker/core/language/language-of-block.ts";
import { isEnglish } from "#worker/core/language/languages.ts";
import type { Block } from "#worker/core/page/block.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";

/** The English texts of one site, each once. */
export type SiteTexts = { site: string; blocks: Block[] };

const SKIPPED = new Set([".git", "node_modules", "vendor", "dist", "_next", "assets", "static", "css", "js", "fonts"]);
const SKIPPED_FILES = /^(?:readme|license|changelog|contributing|claude|agents|security|code_of_conduct|404)/iu;
const LARGEST = 600_000;
const MOST_FILES = 400;

/** Reads the pages of the sites in a folder, one folder each: HTML as it is, Markdown and components by their texts. */
export function readSites(folder: string): SiteTexts[] {
  return readdirSync(folder)
    .sort()
    .map((site) => ({ site, blocks: blocksOf(join(folder, site)) }))
    .filter(({ blocks }) => blocks.length > 0);
}

function blocksOf(folder: string): Block[] {
  const blocks = new Map<string, Block>();
  for (const path of filesIn(folder).slice(0, MOST_FILES)) {
    const source = readFileSync(path, "utf8").slice(0, LARGEST);
    const page = extractPage(asHtml(source, extname(path)), { url: "https://site.example/" });
    for (const block of page.blocks) {
      const language = languageOfBlock(block, { siteLanguage: "auto", pageLang: page.lang });
      if (language !== null && isEnglish(language)) blocks.set(block.text, block);
    }
  }
  return [...blocks.values()];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) || entry.name.startsWith(".") ? [] : filesIn(path);
      const isText = /\.(?:html?|mdx?|markdown|tsx|jsx|astro|vue)$/iu.test(entry.name);
      return entry.isFile() && isText && !SKIPPED_FILES.test(entry.name) ? [path] : [];
    });
}

function asHtml(source: string, extension: string): string {
  if (/^\.(?:mdx?|markdown)$/u.test(extension)) return htmlOfMarkdown(source);
  return /^\.html?$/u.test(extension) ? source.replace(TEMPLATE, " ") : htmlOfComponent(source);
}

/** Matches the placeholders of template engines. */
const TEMPLATE = /\{\{[^}]*\}\}|\{%[^%]*%\}|<\?[^?]*\?>/gu;

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
