import { parentPort, workerData } from "node:worker_threads";
import { perform } from "#worker/threads/read/readings.ts";
import type { Measured } from "./faults-in-thread.ts";
import { type GrowingText, measureGrowth } from "./measure-growth.ts";

export type ReadingCase = { what: keyof typeof WORK; text: GrowingText };

const URL_OF_PAGE = "https://bakery.example/";
const VERDICT = {
  url: `${URL_OF_PAGE}#a`,
  state: "unknown",
  rule: "links/unknown",
  status: 403,
  reason: "",
  finalUrl: null,
} as const;
const VIEW = { status: 200, finalUrl: URL_OF_PAGE };

const WORK = {
  page: (html: string) => perform("page", [html, { url: URL_OF_PAGE }]),
  anchors: (html: string) => perform("target", [html, { url: URL_OF_PAGE, withAnchors: true }]),
  signs: (html: string) => perform("target", [html, { url: URL_OF_PAGE, withAnchors: false }]),
  view: (html: string) => perform("secondLook", [`<title>Bread</title>${html}`, VERDICT, VIEW]),
  proof: (html: string) => perform("proofTag", [`<!-- flawless-proof -->${html}`, "token"]),
  sheet: (css: string) => perform("sheet", [`@import "a";${css}`, "style sheet"]),
  manifest: (json: string) => perform("sheet", [json, "manifest"]),
  sitemap: (xml: string) => perform("sitemap", [xml, URL_OF_PAGE, 50_000]),
};

/** Readers that build no tree. */
const SCANNING = new Set(["signs", "sheet", "manifest", "sitemap"]);
const SCANNING_SIZES = [600_000, 2_500_000, 10_000_000];
const TREE_SIZES = [200_000, 800_000];
const FLOOR_MS = 60;

const port = parentPort;
if (!port) throw new Error("reading-growth-thread runs in a worker thread.");

const { cases, from }: { cases: readonly ReadingCase[]; from: number } = workerData;
for (const [index, { what, text }] of cases.entries()) {
  if (index < from) continue;
  const sizes = SCANNING.has(what) ? SCANNING_SIZES : TREE_SIZES;
  const { fault } = measureGrowth(text, WORK[what], { sizes, floorMs: FLOOR_MS });
  port.postMessage({ index, fault } satisfies Measured);
}
