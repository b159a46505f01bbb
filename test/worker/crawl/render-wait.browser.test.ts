import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HostileServer, startHostileServer } from "#test/support/servers/hostile-server.ts";
import { openSiteContext, type SiteContext } from "#worker/browser/site-context.ts";
import { openRealWorld, type RealWorld } from "./hostile-crawl.ts";

/** Less than the five seconds for which a page that never rests is given time, and more than a busy machine needs for a simple page. */
const SOON_MS = 2_500;

/** Actions of pages that rendering need not wait for, or that end at once. */
const HARMLESS: Record<string, string> = {
  "a script": `<script>document.body.append("Done")</script>`,
  "a script that is not there": `<script src="/none.js"></script>`,
  "style sheets, one from another": `<link rel=stylesheet href="/style.css"><style>@import "/other.css";</style>`,
  "modules and their imports": `<script type=module src="/module.js"></script><link rel=modulepreload href="/other.js">`,
  "preloads of what is refused": `<link rel=preload as=font href="/a.woff2" crossorigin><link rel=preload as=image href="/a.png">`,
  prefetches: `<link rel=prefetch href="/next"><link rel=dns-prefetch href="//cdn.example"><link rel=preconnect href="//cdn.example">`,
  "pictures, lazy and broken ones": `<img src="/a.png"><img src="/none.png"><img loading=lazy src="/b.png" style="margin-top:9000px">`,
  "a frame": `<iframe src="/good"></iframe><iframe srcdoc="<p>In it</p>"></iframe><object data="/good"></object><embed src="/a.swf">`,
  "a film": `<video src="/film.mp4" autoplay preload=auto></video><audio src="/tune.mp3" preload=auto></audio>`,
  "a beacon": `<script>navigator.sendBeacon("/silent", "x"); fetch("/good", { keepalive: true });</script>`,
  "a fetch that is given up": `<script>const stop = new AbortController(); fetch("/silent", { signal: stop.signal }); stop.abort();</script>`,
  "a fetch without an answer to read": `<script>fetch("/no-content"); fetch("/moved"); fetch("/401");</script>`,
  "a fetch of a body that is never read": `<script>fetch("/good").then(() => undefined)</script>`,
  "a fetch that another site's rules forbid": `<script>fetch("http://cdn.example/x").catch(() => undefined)</script>`,
  "a fetch with a preflight": `<script>fetch("/good", { method: "PUT", headers: { "x-own": "1" } }).catch(() => undefined)</script>`,
  "an event stream": `<script>new EventSource("/slow-drip")</script>`,
  "a web socket": `<script>new WebSocket("ws://" + location.host + "/socket")</script>`,
  "a worker": `<script>new Worker("/worker.js")</script>`,
  "a worker of its own making": `<script>new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])))</script>`,
  "a refused service worker": `<script>navigator.serviceWorker?.register("/worker.js").catch(() => undefined)</script>`,
  "an icon and a manifest": `<link rel=icon href="/none.ico"><link rel=manifest href="/none.json">`,
  "a policy": `<meta http-equiv=content-security-policy content="default-src 'none'; script-src 'self'"><script src="/other.js"></script>`,
  "an animation": `<style>@keyframes a { to { opacity: 0 } } p { animation: a 1s infinite }</style>`,
};

let world: RealWorld;
let server: HostileServer;
let context: SiteContext;

beforeAll(async () => {
  [world, server] = await Promise.all([openRealWorld(), startHostileServer()]);
  const send = (path: string, type: string, body: string) =>
    server.on(path, (_, response) =>
      response.writeHead(200, { "content-type": type, "cache-control": "max-age=60" }).end(body),
    );
  send("/style.css", "text/css", "p { color: red }");
  send("/other.css", "text/css", "p { color: blue }");
  send("/module.js", "text/javascript", `import "/other.js"; import("/other.js?2");`);
  send("/other.js", "text/javascript", "");
  send("/worker.js", "text/javascript", "postMessage(1)");
  context = openSiteContext({ browser: world.browser, userAgent: "TestBot/1.0" });
  await timeOf("<p>The browser is warm now.</p>");
});

afterAll(async () => {
  await context.close();
  await world[Symbol.asyncDispose]();
  await server.close();
});

/** Milliseconds that rendering a page with this in it takes. */
async function timeOf(html: string): Promise<number> {
  server.on("/page", (_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<title>x</title><body><p>Text</p>${html}`),
  );
  const page = await context.render(`${server.url}/page`, {
    timeoutMs: 20_000,
    maxBytes: 5_000_000,
  });
  if ("code" in page) throw new Error(page.message);
  return page.ms;
}

describe("rendering a page in a warm browser", () => {
  it.each(Object.entries(HARMLESS))("does not wait for %s", async (_name, html) => {
    const [first, again] = [await timeOf(html), await timeOf(html)];
    expect(first).toBeLessThan(SOON_MS);
    expect(again).toBeLessThan(SOON_MS);
  });

  it("takes well under a second for a page with a script", async () => {
    const times: number[] = [];
    for (let count = 0; count < 7; count++)
      times.push(await timeOf(`<script>document.querySelector("p").textContent = "Built"</script>`));
    expect(times.sort((a, b) => a - b)[3]).toBeLessThan(800);
  });
});
