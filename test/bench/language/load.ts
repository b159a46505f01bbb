import { TEXT_CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";

/**
 * Measures how long one checking thread takes to load, and how much memory this process then holds: with English, and with each further
 * language, one after the other. `node --expose-gc test/bench/language/load.ts`. Times are of the processor, so that other programs do not count.
 */
const BARS = { english: { seconds: 2, megabytes: 250 }, further: { seconds: 1, megabytes: 60 } } as const;

/** A right sentence of each language, so that only loading takes time. */
const TEXTS = {
  "en-US": "We are open every day of the week, and our guests are welcome.",
  de: "Wir haben jeden Tag geöffnet und freuen uns auf unsere Gäste.",
  fr: "Nous sommes ouverts tous les jours et nos clients sont les bienvenus.",
  es: "Estamos abiertos todos los días y nuestros clientes son bienvenidos.",
  it: "Siamo aperti tutti i giorni e i nostri ospiti sono i benvenuti.",
  nl: "Wij zijn elke dag open en onze gasten zijn van harte welkom.",
  pt: "Estamos abertos todos os dias e os nossos clientes são bem-vindos.",
} as const;

const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1024 / 1024;
};

const pool = createCheckPool({ threads: 1 });
let before = megabytes();
process.stdout.write("| language | loaded in | must be | memory added | must be |\n|---|---|---|---|---|\n");
try {
  for (const [lang, text] of Object.entries(TEXTS)) {
    const started = process.cpuUsage();
    const block = { hash: lang, kind: "paragraph", lang, text } as const;
    await pool.checkBlocks([block], { siteLanguage: "auto", pageLang: lang, only: TEXT_CHECK_IDS });
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1_000_000;
    const now = megabytes();
    const bar = lang === "en-US" ? BARS.english : BARS.further;
    const line = [`${seconds.toFixed(1)} s`, `≤ ${bar.seconds} s`, `${(now - before).toFixed(0)} MB`, `≤ ${bar.megabytes} MB`];
    process.stdout.write(`| ${lang} | ${line.join(" | ")} |\n`);
    before = now;
  }
} finally {
  await pool.close();
}
