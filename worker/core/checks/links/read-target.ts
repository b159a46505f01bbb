import { extractPage } from "../../page/extract/extract-page.ts";
import { startTags } from "../../page/html/start-tags.ts";
import type { LinkAnswer } from "./link-answer.ts";
import { readTitles } from "./page-titles.ts";
import { readParkingSigns } from "./parking-signs.ts";

/** `withAnchors`: the HTML is complete and its anchors are needed. */
export type TargetOptions = { url: string; withAnchors: boolean; isXml?: boolean };

export type TargetReading = Pick<LinkAnswer, "anchors" | "titles" | "isScripted" | "parking">;

/** Types of `<script>` that do not run: data and templates. */
const NO_PROGRAM = /\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/(?:template|x-)|speculationrules)/i;

/** Reads a link target's title, heading and anchors from its HTML. Runs in linear time. */
export function readTarget(html: string, { url, withAnchors, isXml = false }: TargetOptions): TargetReading {
  const titles = readTitles(html);
  const parking = readParkingSigns(html, titles);
  if (!withAnchors) return { anchors: null, titles, parking };
  const page = extractPage(html, { url, withTexts: false, isXml });
  return { anchors: page.truncated ? null : page.anchors, titles, parking, isScripted: hasProgram(html) };
}

function hasProgram(html: string): boolean {
  return startTags(html, /<script\b/gi).some(({ attributes }) => !NO_PROGRAM.test(attributes));
}
