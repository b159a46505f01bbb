import type { WaitCode } from "../../crawl/wait-codes.ts";

/** Sentences that say what a Crawl waits for. */
export const WAIT_WORDS: Record<WaitCode, string> = {
  "robots-delay": "The site’s robots.txt asks us to pause between pages, so this takes longer.",
  site: "Waiting for the site’s answers. We ask for a few pages at a time, so that we do not slow it down.",
  browser: "Reading pages in a browser, because their scripts add to the text.",
  checks: "Checking the texts that we read.",
  links: "Waiting for the answers of the linked pages and files.",
};
