import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SUBJECTS = "The baker,A neighbour,Our oldest oven,The morning train,Every apprentice,The market,A late customer".split(
  ",",
);
const ACTS = "waits for,talks about,remembers,carries,praises,looks after,writes to".split(",");
const THINGS = "the first loaf,a quiet street,two trays of rolls,the flour from the mill,an old recipe,the shop window".split(
  ",",
);

/** A script that fetches the page's content from the server and renders it, as client-rendered sites do. */
const APP = `const id = document.documentElement.dataset.page;
fetch("/data/" + id + ".json").then((answer) => answer.json()).then(({ title, paragraphs, next }) => {
  const add = (parent, name, text) => { const made = document.createElement(name); made.textContent = text; parent.append(made); return made; };
  const nav = add(document.body, "nav", "");
  for (const [href, text] of next) add(nav, "a", text).href = href;
  const main = add(document.body, "main", "");
  add(main, "h1", title);
  for (const text of paragraphs) add(main, "p", text);
});`;
/** A script that does not change the page's text. */
const COUNTER = `window.visits = (window.visits || 0) + 1; document.body.dataset.counted = "yes";`;

/**
 * Creates a site in a folder: a start page, and equal numbers of pages built in the browser (`/app/`) and static ones
 * (`/text/`) with a harmless script.
 */
export async function makeClientRenderedSite(folder: string, pages: number): Promise<void> {
  await Promise.all(["app", "text", "data"].map((name) => mkdir(join(folder, name), { recursive: true })));
  const half = Math.floor((pages - 1) / 2);
  const numbers = Array.from({ length: half }, (_, at) => at);
  const links = numbers.flatMap((at) => [
    `<a href="/app/${at}.html">Built ${at}</a>`,
    `<a href="/text/${at}.html">Text ${at}</a>`,
  ]);
  await writeFile(join(folder, "index.html"), page("Start", `<p>Here it begins.</p>${links.join(" ")}`));
  await writeFile(join(folder, "app.js"), APP);
  await writeFile(join(folder, "counter.js"), COUNTER);
  for (const at of numbers) {
    const said = {
      title: `Page number ${at}`,
      paragraphs: paragraphsOf(at),
      next: [
        ["/", "Start"],
        [`/app/${(at + 1) % half}.html`, "Next"],
      ],
    };
    const text = said.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
    await writeFile(join(folder, "data", `${at}.json`), JSON.stringify(said));
    await writeFile(join(folder, "app", `${at}.html`), page(`Built ${at}`, `<script src="/app.js"></script>`, at));
    await writeFile(join(folder, "text", `${at}.html`), page(`Text ${at}`, `${text}<script src="/counter.js"></script>`));
  }
}

function page(title: string, body: string, id = -1): string {
  return `<!doctype html><html lang="en" data-page="${id}"><head><title>${title}</title></head><body>${body}</body></html>`;
}

function paragraphsOf(at: number): string[] {
  const pick = (from: string[], step: number) => from[(at * 7 + step) % from.length] ?? "";
  return Array.from(
    { length: 30 },
    (_, line) =>
      `${pick(SUBJECTS, line)} ${pick(ACTS, line * 3)} ${pick(THINGS, line * 5)} on day ${at} of the year, for the ${line}th time.`,
  );
}
