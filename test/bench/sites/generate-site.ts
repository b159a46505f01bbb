import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Pages per folder of the generated site. */
const A_FOLDER = 500;
const WORDS =
  "the baker sells fresh bread every morning and people from all over town come early because rye with walnuts is gone before noon while oat rolls stay warm near an old stone oven".split(
    " ",
  );

/**
 * Writes a site with a number of pages: each has a menu, links to neighbours and folders, sentences of its own, one external
 * and one broken link.
 */
export async function generateSite(folder: string, pages: number): Promise<void> {
  const folders = Math.ceil(pages / A_FOLDER);
  for (let at = 0; at < folders; at++) await mkdir(join(folder, `part${at}`), { recursive: true });
  await writeFile(join(folder, "index.html"), page("Start", 0, menu(folders)));
  for (let at = 0; at < folders; at++) {
    const own = Array.from({ length: Math.min(A_FOLDER, pages - at * A_FOLDER) }, (_, index) => at * A_FOLDER + index);
    const list = own.map((number) => `<li><a href="${address(number)}">Page ${number}</a></li>`).join("\n");
    await writeFile(join(folder, `part${at}`, "index.html"), page(`Part ${at}`, at, `${menu(folders)}<ul>${list}</ul>`));
    for (const number of own) await writeFile(join(folder, address(number)), pageOf(number, pages, folders));
  }
}

function pageOf(number: number, pages: number, folders: number): string {
  const neighbours = [number - 1, number + 1, number + 7].map((other) => (other + pages) % pages);
  const links = neighbours.map((other) => `<a href="${address(other)}#more">Next to page ${other}</a>`).join(" ");
  const nowhere = number % 100 === 0 ? `<a href="/missing-${number}.html">Missing</a>` : "";
  return page(`Page ${number}`, number, `${menu(folders)}<p>${links} ${nowhere}</p>`);
}

function page(title: string, seed: number, body: string): string {
  const paragraphs = Array.from({ length: 4 }, (_, index) => `<p>${sentences(seed * 4 + index)}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}<h1 id="more">${title}</h1>${paragraphs}</body></html>`;
}

function menu(folders: number): string {
  const first = Array.from({ length: Math.min(folders, 50) }, (_, at) => `<a href="/part${at}/index.html">Part ${at}</a>`);
  return `<nav>${first.join(" ")}</nav>`;
}

/** Returns three sentences that no other seed produces. */
function sentences(seed: number): string {
  return [0, 1, 2]
    .map((turn) => {
      const start = (seed * 7 + turn * 11) % WORDS.length;
      const words = [...WORDS.slice(start), ...WORDS.slice(0, start)].slice(0, 9 + ((seed + turn) % 9));
      return `On day ${seed} we wrote that ${words.join(" ")}.`;
    })
    .join(" ");
}

/** Returns an address named in letters, as titles are: thousands of addresses that differ in a number look like a trap. */
function address(number: number): string {
  const name = [...number.toString(26)].map((digit) => "abcdefghijklmnopqrstuvwxyz"[Number.parseInt(digit, 26)]).join("");
  return `/part${Math.floor(number / A_FOLDER)}/page-${name}.html`;
}
