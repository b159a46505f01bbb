/**
 * Figures of a Site from which its quality is computed. Words and links are those checked, each distinct text and target once.
 * Mistakes and broken links are open Issues that are certain enough to mail.
 */
export type QualityFigures = { words: number; mistakes: number; links: number; brokenLinks: number };

/** A Site's quality: the score from 0 to 100, the two rates, and the points that each rate costs. */
export type Quality = {
  score: number;
  mistakesPerThousand: number;
  brokenPerHundred: number;
  textCost: number;
  linkCost: number;
};

/** Points for one mistake per 1,000 words, and the most that mistakes can cost. */
export const TEXT_COST = { points: 3, most: 60 };
/** Points for one broken link per 100 links, and the most that broken links can cost. */
export const LINK_COST = { points: 5, most: 40 };

/**
 * Returns the quality of a Site: 100 points less the cost of its mistakes (3 points for each per 1,000 words, at most 60) and of
 * its broken links (5 points for each per 100, at most 40). Costs are whole points, and at least 1 where anything is open, so
 * 100 means that nothing is. Null if no word was checked, because there is nothing to judge.
 */
export function qualityOf({ words, mistakes, links, brokenLinks }: QualityFigures): Quality | null {
  if (words <= 0) return null;
  const mistakesPerThousand = (mistakes * 1_000) / words;
  // An open link issue may be about a link that the last crawl no longer found.
  const brokenPerHundred = brokenLinks === 0 ? 0 : (brokenLinks * 100) / Math.max(links, brokenLinks);
  const textCost = costOf(mistakesPerThousand, TEXT_COST);
  const linkCost = costOf(brokenPerHundred, LINK_COST);
  return { score: 100 - textCost - linkCost, mistakesPerThousand, brokenPerHundred, textCost, linkCost };
}

function costOf(rate: number, { points, most }: { points: number; most: number }): number {
  return rate === 0 ? 0 : Math.min(most, Math.max(1, Math.round(rate * points)));
}
