import type { SiteServer } from "./site-server.ts";

/** A page that changes after it has loaded, and the texts that a visitor reads in the end. */
export type PageKind = { html: string; texts: readonly string[] };

const add = (text: string) => `document.body.insertAdjacentHTML("beforeend", "<p>${text}</p>");`;
const page = (script: string, body = "<p>First.</p>", head = ""): string =>
  `<!doctype html><title>T</title>${head}<body>${body}<script>${script}</script>`;
const later = (ms: number) => page(`setTimeout(() => { ${add("Late.")} }, ${ms})`);
const sections = [1, 2, 3, 4, 5].map((at) => `<section id="s${at}" style="min-height:1200px"></section>`).join("");

/** Kinds of pages that build themselves. `/slow` answers `{}`, `/late.js`, `/module.js` and `/worker.js` add a text, `/never` never answers. */
export const PAGE_KINDS: Record<string, PageKind> = {
  ...Object.fromEntries(
    [50, 300, 1_000, 3_000, 5_000].map((ms) => [`timer-${ms}`, { html: later(ms), texts: ["First.", "Late."] }]),
  ),
  "timer-after-load": {
    html: page(`onload = () => setTimeout(() => { ${add("Late.")} }, 150)`),
    texts: ["First.", "Late."],
  },
  "start-screen": {
    html: page(
      `onload = () => setTimeout(() => { start.style.display = "none"; main.hidden = false; }, 5000)`,
      `<div id="start"></div><main id="main" hidden><p>Real content.</p></main>`,
    ),
    texts: ["Real content."],
  },
  "fetch-chain": {
    html: page(
      `(async () => { for (const word of ["One.", "Two.", "Three."]) { await (await fetch("/slow?" + word)).json(); const p = document.createElement("p"); p.textContent = word; document.body.append(p); } })()`,
    ),
    texts: ["First.", "One.", "Two.", "Three."],
  },
  "fetch-and-timers": {
    html: page(
      `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)); (async () => { await wait(800); await fetch("/slow?1"); await wait(1500); await fetch("/slow?2"); ${add("Done.")} })()`,
    ),
    texts: ["First.", "Done."],
  },
  xhr: {
    html: page(`const x = new XMLHttpRequest(); x.open("GET", "/slow?x"); x.onload = () => { ${add("Answered.")} }; x.send()`),
    texts: ["First.", "Answered."],
  },
  "added-script": {
    html: page(`const s = document.createElement("script"); s.src = "/late.js"; document.head.append(s)`),
    texts: ["First.", "From a script."],
  },
  "imported-module": { html: page(`import("/module.js")`), texts: ["First.", "From a module."] },
  "slow-style-sheet": {
    html: page(`onload = () => { ${add("Loaded.")} }`, "<p>First.</p>", `<link rel="stylesheet" href="/slow.css">`),
    texts: ["First.", "Loaded."],
  },
  "two-frames": {
    html: page(`requestAnimationFrame(() => requestAnimationFrame(() => { ${add("Framed.")} }))`),
    texts: ["First.", "Framed."],
  },
  "forty-frames": {
    html: page(`let n = 0; (function next() { if (++n < 40) return requestAnimationFrame(next); ${add("Framed.")} })()`),
    texts: ["First.", "Framed."],
  },
  "counting-up": {
    html: page(
      `const from = performance.now(); (function next() { const share = Math.min(1, (performance.now() - from) / 2000); count.textContent = "Guests: " + Math.round(share * 1234); if (share < 1) requestAnimationFrame(next); })()`,
      `<p id="count"></p>`,
    ),
    texts: ["Guests: 1234"],
  },
  "counting-up-below": {
    html: page(
      `const shown = [...document.querySelectorAll("b")]; const run = (it, to) => { const from = performance.now(); (function next() { const share = Math.min(1, (performance.now() - from) / 1500); it.textContent = Math.round(share * to); if (share < 1) requestAnimationFrame(next); })(); }; const watch = new IntersectionObserver((seen) => seen.filter((it) => it.isIntersecting).forEach(({ target }) => { watch.unobserve(target); run(target, 1000 + shown.indexOf(target)); })); shown.forEach((it) => watch.observe(it));`,
      [1, 2, 3, 4].map((at) => `<p style="min-height:1500px">Part ${at} counts to <b>0</b>.</p>`).join(""),
    ),
    texts: [0, 1, 2, 3].map((at) => `Part ${at + 1} counts to ${1000 + at}.`),
  },
  "frames-for-ever": {
    html: page(
      `(function next() { document.body.dataset.n = 1; requestAnimationFrame(next); })(); setTimeout(() => { ${add("Late.")} }, 900)`,
    ),
    texts: ["First.", "Late."],
  },
  "cancelled-frame": {
    html: page(
      `const id = requestAnimationFrame(() => { ${add("Never.")} }); cancelAnimationFrame(id); setTimeout(() => { ${add("Late.")} }, 90)`,
    ),
    texts: ["First.", "Late."],
  },
  "idle-time": { html: page(`requestIdleCallback(({ timeRemaining }) => { ${add("Idle.")} })`), texts: ["First.", "Idle."] },
  "intersection-observer": {
    html: page(
      `new IntersectionObserver(([seen]) => { if (seen.isIntersecting && !window.once) { once = 1; ${add("Seen.")} } }).observe(first)`,
      `<p id="first">First.</p>`,
    ),
    texts: ["First.", "Seen."],
  },
  "lazy-sections": {
    html: page(
      `const watch = new IntersectionObserver((all) => { for (const { isIntersecting, target } of all) if (isIntersecting) { watch.unobserve(target); fetch("/slow?" + target.id).then(() => setTimeout(() => { target.innerHTML = "<p>" + target.id + "</p>"; }, 120)); } }); document.querySelectorAll("section").forEach((section) => watch.observe(section))`,
      sections,
    ),
    texts: ["s1", "s2", "s3", "s4", "s5"],
  },
  "resize-observer": {
    html: page(
      `new ResizeObserver(() => { if (!window.once) { once = 1; ${add("Measured.")} } }).observe(first)`,
      `<p id="first">First.</p>`,
    ),
    texts: ["First.", "Measured."],
  },
  "scroll-event": {
    html: page(
      `addEventListener("scroll", () => { ${add("Scrolled.")} }, { once: true })`,
      `<p>First.</p><div style="height:4000px"></div>`,
    ),
    texts: ["First.", "Scrolled."],
  },
  "scrolling-part": {
    html: page(
      `new IntersectionObserver(([seen], self) => { if (seen.isIntersecting) { self.disconnect(); end.textContent = "At the end."; } }).observe(end)`,
      `<div style="height:100vh;overflow:auto"><p>First.</p><div style="height:5000px"></div><p id="end"></p></div>`,
      "<style>body { margin: 0 }</style>",
    ),
    texts: ["First.", "At the end."],
  },
  transition: {
    html: page(
      `setTimeout(() => { moved.style.visibility = "visible"; moved.ontransitionend = () => { ${add("Ended.")} }; }, 3000)`,
      `<p id="moved" style="visibility:hidden; transition:visibility 700ms">Moved.</p>`,
    ),
    texts: ["Moved.", "Ended."],
  },
  animation: {
    html: page(
      `moved.onanimationend = () => { ${add("Ended.")} }`,
      `<style>@keyframes in { from { opacity: 0 } } #moved { animation: in 600ms }</style><p id="moved">Moved.</p>`,
    ),
    texts: ["Moved.", "Ended."],
  },
  "script-animation": {
    html: page(
      `first.animate([{ opacity: 0 }, { opacity: 1 }], 400).finished.then(() => { ${add("Ended.")} })`,
      `<p id="first">First.</p>`,
    ),
    texts: ["First.", "Ended."],
  },
  "web-component": {
    html: page(
      `customElements.define("my-card", class extends HTMLElement { async connectedCallback() { const root = this.attachShadow({ mode: "closed" }); await fetch("/slow?card"); setTimeout(() => { root.innerHTML = "<p>In the card.</p>"; }, 400); } })`,
      "<my-card></my-card>",
    ),
    texts: ["In the card."],
  },
  messages: {
    html: page(
      `let n = 0; const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { if (++n < 400) port2.postMessage(0); else { ${add("Passed on.")} } }; port2.postMessage(0)`,
    ),
    texts: ["First.", "Passed on."],
  },
  "messages-for-ever": {
    html: page(
      `const { port1, port2 } = new MessageChannel(); port1.onmessage = () => port2.postMessage(0); port2.postMessage(0); setTimeout(() => { ${add("Late.")} }, 1000)`,
    ),
    texts: ["First.", "Late."],
  },
  database: {
    html: page(
      `let n = 0; (function next() { indexedDB.open("d" + n, 1).onsuccess = () => { if (++n < 3) next(); else { ${add("Stored.")} } }; })()`,
    ),
    texts: ["First.", "Stored."],
  },
  "written-frame": {
    html: page(
      `document.querySelector("iframe").onload = () => { ${add("Framed.")} }`,
      `<iframe srcdoc="<p>Inside.</p>"></iframe>`,
    ),
    texts: ["Inside.", "Framed."],
  },
  "lazy-picture": {
    html: page(
      `picture.onload = () => { ${add("Pictured.")} }`,
      `<p>First.</p><div style="height:6000px"></div><img id="picture" loading="lazy" src="/a.png" alt="">`,
    ),
    texts: ["First.", "Pictured."],
  },
  "moves-on": { html: page(`setTimeout(() => { location.href = "/timer-300/"; }, 500)`), texts: ["First.", "Late."] },
  refresh: {
    html: `<!doctype html><meta http-equiv="refresh" content="1; url=/timer-300/"><p>Wait.</p>`,
    texts: ["First.", "Late."],
  },
  worker: {
    html: page(`new Worker("/worker.js").onmessage = ({ data }) => { document.body.append(data); }`),
    texts: ["First.", "From a worker."],
  },
  "event-stream": {
    html: page(`new EventSource("/events").onmessage = ({ data }) => { document.body.append(data); }`),
    texts: ["First.", "From the stream."],
  },
  "compares-clocks": {
    html: page(`for (const from = Date.now(); Date.now() - from < 50; ); ${add("Waited.")}`),
    texts: ["First.", "Waited."],
  },
  "request-without-answer": {
    html: page(`fetch("/never"); setTimeout(() => { ${add("Late.")} }, 700)`),
    texts: ["First.", "Late."],
  },
};

/** Serves each kind in a folder of its name, so that each has its own URL pattern. Parts of pages take `delayMs`. */
export function servePageKinds(site: SiteServer, delayMs: number): void {
  const send = (path: string, type: string, body: string, delay = 0) =>
    site.on(path, (_request, response) => {
      setTimeout(() => response.writeHead(200, { "content-type": type }).end(body), delay);
    });
  for (const [name, { html }] of Object.entries(PAGE_KINDS)) send(`/${name}/`, "text/html", html);
  send("/slow", "application/json", "{}", delayMs);
  send("/late.js", "text/javascript", `setTimeout(() => { ${add("From a script.")} }, 200)`, delayMs);
  send("/module.js", "text/javascript", add("From a module."), delayMs);
  send("/worker.js", "text/javascript", `postMessage("From a worker.")`);
  send("/slow.css", "text/css", "p { color: red }", delayMs);
  site.on("/never", () => undefined);
  site.on("/events", (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: From the stream.\n\n");
  });
}
