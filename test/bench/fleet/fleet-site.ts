/** The difference in a changed page: a new mistake, a new sentence without one, or an old mistake put right. */
export type Change = "mistake" | "sentence" | "correction";

/** One page in a hundred changed: with 20 pages a site, that is one page of every fifth site. */
const CHANGED_ONE_IN = 100;
const KINDS: readonly Change[] = ["mistake", "sentence", "correction"];

/** The first pages have one mistake each. */
export const MISTAKES = ["recieve", "seperate", "definately", "occured", "adress", "untill", "goverment", "enviroment"];
const NEW_MISTAKE = "accomodate";
const BREADS = [
  ...["Rye bread from the stone oven", "Wheat rolls with butter", "Spelt with walnuts", "Barley flat bread"],
  ...["Plaited milk bread for Sunday", "Oat cakes with honey", "Corn bread from the iron pan", "Pumpkin seed rolls"],
  ...["Olive sticks with sea salt", "Potato bread with thyme", "Sweet buns with raisins", "Sourdough in a basket"],
  ...["Almond biscuits for tea", "Apple tart with cinnamon", "Plum cake with crumbs", "Cheese straws for guests"],
  ...["Poppy seed plaits", "Chestnut loaves in autumn", "Carrot bread for children", "Fig bread with rosemary"],
];
const SENTENCES = [
  "Our bakers begin at three in the morning, so that the first loaves are ready when the shop opens.",
  "The flour comes from a mill in the next valley, which has been in the same family for a long time.",
  "We let the dough rest for a whole night, because time gives it more taste than any spice could.",
  "If you would like to order more than ten pieces, please call us on the day before.",
  "Children may watch the oven from the bench by the window, and many of them come back every week.",
  "In summer we also sell our goods at the market by the river, next to the fish and the flowers.",
];

/** Returns the page of a site that changes between its two visits, and how; null for sites where nothing does. */
export function changeOf(site: number, pages: number): { page: number; kind: Change } | null {
  const sitesPerChange = Math.round(CHANGED_ONE_IN / pages);
  if (site % sitesPerChange !== 0) return null;
  const number = site / sitesPerChange;
  const kind = KINDS[number % KINDS.length] ?? "sentence";
  return { kind, page: number % (kind === "correction" ? Math.min(pages, MISTAKES.length) : pages) };
}

/** Returns a page as it is at first, or after its change. */
export function pageHtml(page: number, pages: number, change: Change | null): string {
  const bread = `${BREADS[page % BREADS.length]}${page < BREADS.length ? "" : `, part ${page}`}`;
  const wrong = change === "correction" ? undefined : MISTAKES[page];
  const sign = wrong ? `The sign about page ${page} says ${wrong} in red letters.` : `The sign about page ${page} is red.`;
  const added = {
    mistake: `The new room on page ${page} can ${NEW_MISTAKE} thirty guests.`,
    sentence: `The new room on page ${page} has space for thirty guests.`,
    correction: "",
  };
  const texts = SENTENCES.map((text, at) => `<h2>Part ${at + 1}</h2><p>${bread}: ${text}</p>`).join("");
  const links = Array.from({ length: pages }, (_, at) => `<li><a href="${pathOf(at)}">Loaf ${at}</a></li>`).join("");
  return `<!doctype html><html lang="en"><head><title>${bread}</title><link rel="stylesheet" href="/style.css"><script src="/menu.js" defer></script></head>
<body><header><img src="/logo.svg" alt="The bakery at the bridge"><nav><ul>${links}</ul></nav></header>
<main><h1>${bread}</h1><p>${sign}</p>${texts}<img src="/picture-${page}.svg" alt="A picture of bread number ${page}">
${change && added[change] ? `<p>${added[change]}</p>` : ""}</main><footer><p>The bakery at the bridge is closed on Mondays.</p></footer></body></html>`;
}

/** Returns the path of a page. */
export function pathOf(page: number): string {
  return page === 0 ? "/" : `/loaf-${page}`;
}
