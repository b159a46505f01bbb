import { formatCount, plural } from "../../text/plural.ts";
import { LINK_COST, type Quality, type QualityFigures, TEXT_COST } from "./quality-score.ts";

/** The rule behind the score, in words. */
export const QUALITY_RULE = `A site starts with 100 points. Each mistake per 1,000 words costs ${TEXT_COST.points} points, at most ${TEXT_COST.most}. Each broken link per 100 links costs ${LINK_COST.points} points, at most ${LINK_COST.most}. A text that repeats on many pages counts once. Hints, ignored issues and house style cost nothing.`;

/** Explains a Site's score in two sentences, one about its texts and one about its links. */
export function explainQuality(figures: QualityFigures, quality: Quality): [texts: string, links: string] {
  const { words, mistakes, links, brokenLinks } = figures;
  const read = plural(words, "word");
  const texts =
    mistakes === 0
      ? `No open mistake in ${read}.`
      : `${rated(quality.mistakesPerThousand, "mistake")} per 1,000 words ${cost(quality.mistakesPerThousand, quality.textCost)} (${formatCount(mistakes)} in ${read}).`;
  if (brokenLinks === 0) return [texts, links === 0 ? "No links to check." : `No broken link among ${plural(links, "link")}.`];
  const among = Math.max(links, brokenLinks);
  return [
    texts,
    `${rated(quality.brokenPerHundred, "broken link")} per 100 links ${cost(quality.brokenPerHundred, quality.linkCost)} (${formatCount(brokenLinks)} of ${formatCount(among)}).`,
  ];
}

/** Formats a rate: "0.4", "3", "12"; one decimal below 10, and "less than 0.1" where rounding would say 0. */
export function formatRate(rate: number): string {
  if (rate > 0 && rate < 0.1) return "less than 0.1";
  const digits = rate < 9.95 ? 1 : 0;
  return formatCount(Number(rate.toFixed(digits)));
}

function rated(rate: number, noun: string): string {
  const words = formatRate(rate);
  const subject = `${words} ${noun}${isOne(rate) ? "" : "s"}`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}`;
}

function cost(rate: number, points: number): string {
  return `${isOne(rate) ? "costs" : "cost"} ${plural(points, "point")}`;
}

/** True if a rate is shown as "1" or less than 0.1, which both take the singular. */
function isOne(rate: number): boolean {
  return formatRate(rate) === "1" || (rate > 0 && rate < 0.1);
}
