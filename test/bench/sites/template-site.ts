import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The script of a bought template: a start screen, a carousel, sections that load and fade in when they are seen, and numbers that count up.
 */
const TEMPLATE = `
const $ = (selector, within = document) => [...within.querySelectorAll(selector)];
addEventListener("load", () => setTimeout(() => { $(".loader").forEach((it) => it.remove()); document.body.classList.add("ready"); }, 400));
let slide = 0;
setInterval(() => { const slides = $(".slide"); slides[slide].classList.remove("on"); slide = (slide + 1) % slides.length; slides[slide].classList.add("on"); }, 4000);
const count = (it) => { const from = performance.now(); (function next() { const share = Math.min(1, (performance.now() - from) / 1500); it.textContent = Math.round(share * Number(it.dataset.to)); if (share < 1) requestAnimationFrame(next); })(); };
const watch = new IntersectionObserver((seen) => { for (const { isIntersecting, target } of seen) { if (!isIntersecting) continue; watch.unobserve(target); target.classList.add("seen"); $("[data-to]", target).forEach(count); if (target.dataset.load) fetch(target.dataset.load).then((answer) => answer.json()).then((texts) => setTimeout(() => { for (const text of texts) { const p = document.createElement("p"); p.textContent = text; target.append(p); } }, 150)); } });
$("section").forEach((section) => watch.observe(section));
addEventListener("scroll", () => document.body.classList.toggle("sticky", scrollY > 80));
`;
const STYLE = `body { margin: 0; font: 16px/1.5 sans-serif } .loader { position: fixed; inset: 0 } .slide { display: none } .slide.on { display: block; transition: opacity .6s }
section { min-height: 700px; padding: 2rem; opacity: 0; transform: translateY(2rem); transition: opacity .8s, transform .8s } section.seen { opacity: 1; transform: none }`;

const TOPICS = "bread,cakes,coffee,rolls,flour,ovens,the shop,our team,opening hours,the mill".split(",");

/** Creates a site of `pages` pages of one template in a folder, each several windows long. */
export async function makeTemplateSite(folder: string, pages: number): Promise<void> {
  await mkdir(join(folder, "data"), { recursive: true });
  await writeFile(join(folder, "template.js"), TEMPLATE);
  await writeFile(join(folder, "template.css"), STYLE);
  for (let at = 0; at < pages; at += 1) {
    const topic = TOPICS[at % TOPICS.length] ?? "";
    const texts = Array.from(
      { length: 4 },
      (_, line) => `Guests of day ${at} read the ${line + 1}th note about ${topic}, and some of them write to us.`,
    );
    await writeFile(join(folder, "data", `${at}.json`), JSON.stringify(texts));
    await writeFile(join(folder, at === 0 ? "index.html" : `${at}.html`), pageOf(at, pages, topic));
  }
}

function pageOf(at: number, pages: number, topic: string): string {
  const links = Array.from({ length: 10 }, (_, step) => (at * 10 + step + 1) % pages).map(
    (to) => `<a href="/${to === 0 ? "" : `${to}.html`}">Page ${to}</a>`,
  );
  const slides = [1, 2, 3].map(
    (slide) =>
      `<div class="slide${slide === 1 ? " on" : ""}"><h2>Offer ${slide} of page ${at}</h2><p>We bake ${topic} every morning.</p></div>`,
  );
  const sections = [1, 2, 3, 4, 5, 6].map(
    (section) =>
      `<section${section % 3 === 0 ? ` data-load="/data/${at}.json?${section}"` : ""}><h2>Part ${section}</h2><p>Here we tell you more about ${topic} and why people like it so much.</p><p>Since we opened, <b data-to="${at + section * 100}">0</b> people came by.</p><img loading="lazy" src="/none.png" alt="A picture of ${topic}"></section>`,
  );
  return `<!doctype html><html lang="en"><head><title>Page ${at}</title><link rel="stylesheet" href="/template.css"></head><body><div class="loader"></div><nav>${links.join(" ")}</nav><h1>Page ${at}: ${topic}</h1>${slides.join("")}${sections.join("")}<script src="/template.js"></script></body></html>`;
}
