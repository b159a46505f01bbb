import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** A repository and which of its files are read, at a commit or as they are now. */
export type Source = { repository: string; licence: string; files: string; commit?: string };

/** Returns the sources that the manifest beside this file lists. */
export function listSources(): Source[] {
  return JSON.parse(readFileSync(new URL("sources.json", import.meta.url), "utf8")).sources;
}

/**
 * Returns the paragraphs of one source, each once. `mirrors` holds clones in folders named owner+name.
 *
 * @throws when there is no clone
 */
export function readParagraphs(mirrors: string, { repository, files, commit = "HEAD" }: Source): string[] {
  const folder = `${mirrors}/${repository.replace("/", "+")}`;
  const clone = existsSync(`${folder}/repo`) ? `${folder}/repo` : folder;
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", clone, ...args], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const wanted = new RegExp(files, "u");
  const paths = git("ls-tree", "-r", "-z", "--name-only", commit)
    .split("\0")
    .filter((path) => wanted.test(path));
  return [...new Set(paths.flatMap((path) => paragraphsOf(path, git("show", `${commit}:${path}`))))];
}

function paragraphsOf(path: string, text: string): string[] {
  const paragraphs = /\.md$/u.test(path) ? ofMarkdown(text) : /\.conllu$/u.test(path) ? ofTreebank(text) : ofMarkup(text);
  return paragraphs.map(tidy).filter((paragraph) => /[.!?:]["”’)]?$/u.test(paragraph) && paragraph.split(" ").length >= 5);
}

function ofTreebank(text: string): string[] {
  return [...text.matchAll(/^# text = (.*)$/gmu)].map(([, sentence = ""]) => sentence);
}

function ofMarkup(text: string): string[] {
  const elements = text.matchAll(/<(para|item|p)\b[^>]*>([\s\S]*?)<\/\1>/gu);
  return [...elements].map(([, , inner = ""]) =>
    inner
      .replace(/<(?:m:)?math[\s\S]*?<\/(?:m:)?math>|<(?:code|note|footnote)\b[\s\S]*?<\/(?:code|note|footnote)>/gu, "\uFFFC")
      .replace(/<[^>]*>/gu, ""),
  );
}

function ofMarkdown(text: string): string[] {
  const prose = text
    .replace(/^\uFEFF?---[\s\S]*?\n---/u, "")
    .replace(/^(```|~~~)[\s\S]*?^\1/gmu, "")
    .replace(/<!--[\s\S]*?-->|\{[%{][\s\S]*?[%}]\}|\[!\w+\][^\n]*/gu, "");
  return prose
    .split(/\n\s*\n|\n\s*(?=[-*+>]|\d+\.)/u)
    .filter((block) => !/^\s*(?:#|\||<|:::|!\[)/u.test(block))
    .map((block) =>
      block
        .replace(/^\s*(?:[-*+>]|\d+\.)\s+/gmu, "")
        .replace(/`[^`]*`|https?:\S+/gu, "\uFFFC")
        .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/gu, "$1")
        .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])|<[^>]*>|\{[^}]*\}/gu, ""),
    );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  mdash: "—",
  ndash: "–",
};

function tidy(text: string): string {
  return text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/gu, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/[\u2060\u200B]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
