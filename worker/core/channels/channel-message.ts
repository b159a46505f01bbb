import { CHECK_IDS, CHECK_KINDS } from "../checks/check-kinds.ts";
import type { DigestItem } from "../digest/digest.ts";
import { formatCount, plural } from "../text/plural.ts";
import { whereText } from "../view/issues/where-text.ts";
import { cutAround } from "../view/marks/cut-around.ts";
import { cutEnd } from "../view/marks/cut-end.ts";
import { type MarkedText, markMistake } from "../view/marks/mark-mistake.ts";
import { type ChannelNews, countOfAll, newsHeadline } from "./channel-news.ts";
import { inLine } from "./in-line.ts";

/** Addresses in the product that messages link to. */
export type MessageLinks = { home: string; site(siteId: string): string; issue(siteId: string, issueId: string): string };

/** One Issue of a message. Its texts are foreign: each kind of Channel escapes them in its own way. */
export type MessageItem = {
  /** "Spelling", or "Spelling, back again". */
  label: string;
  message: string;
  sentence: MarkedText;
  suggestion: string | null;
  where: string;
  url: string;
};

/** A message to people, before it is written in the form of their program. */
export type ChannelMessage = {
  headline: string;
  summary: string;
  items: MessageItem[];
  /** Lines below the items: what is not shown, and what is gone. */
  notes: string[];
  link: { label: string; url: string };
};

/** Issues shown in one message. A channel is read in passing; the site's report has all. */
const TOP = 5;
const SHOWN_GONE = 5;
/** Longest texts, in UTF-16 code units. Together they fit the 3,000 characters of a Slack section, also when each is escaped. */
const LONGEST = { headline: 250, message: 180, sentence: 160, suggestion: 60, where: 90, gone: 40 };

/** Returns news as a short message: counts, the five most useful Issues in their sentences, and what is gone. */
export function composeMessage(news: ChannelNews, links: MessageLinks): ChannelMessage {
  const headline = cutEnd(inLine(newsHeadline(news)), LONGEST.headline);
  switch (news.kind) {
    case "changes": {
      const { siteId, stillOpen, pagesChecked, pagesFailed, opened, openedCount, fixed, fixedCount } = news.digest;
      const shown = opened.slice(0, TOP);
      const notes = [moreText(openedCount - countShown(shown)), goneText(fixed, fixedCount)];
      return {
        headline,
        summary: `${readText(pagesChecked, pagesFailed)} In all, ${plural(stillOpen, "issue is", "issues are")} open.`,
        items: shown.map((item) => toMessageItem(item, links.issue(siteId, item.issueId))),
        notes: notes.filter((note) => note !== null),
        link: { label: "Open the report", url: links.site(siteId) },
      };
    }
    case "first_report": {
      const { siteId, pagesChecked, pagesFailed, counts, top } = news;
      const shown = top.slice(0, TOP);
      const found = CHECK_IDS.filter((id) => counts[id] > 0).map((id) => plural(counts[id], CHECK_KINDS[id].mailNoun));
      const more = moreText(countOfAll(news) - countShown(shown));
      return {
        headline,
        summary: [
          readText(pagesChecked, pagesFailed),
          found.length > 0 ? `We found ${found.join(", ")}.` : "We found no issues.",
        ].join(" "),
        items: shown.map((item) => toMessageItem(item, links.issue(siteId, item.issueId))),
        notes: more === null ? [] : [more],
        link: { label: "Open the report", url: links.site(siteId) },
      };
    }
    case "test":
      return {
        headline,
        summary:
          "From now on we write here when a crawl finds new issues, or when issues are gone. When nothing changes, we are silent.",
        items: [],
        notes: [],
        link: { label: "Open Flawless", url: links.home },
      };
  }
}

function readText(checked: number, failed: number): string {
  return `We checked ${plural(checked, "page")}.${failed > 0 ? ` We could not read ${plural(failed, "page")}.` : ""}`;
}

function moreText(count: number): string | null {
  return count > 0 ? `And ${plural(count, "more issue")}.` : null;
}

function goneText(fixed: readonly DigestItem[], count: number): string | null {
  if (count === 0) return null;
  const shown = fixed.slice(0, SHOWN_GONE);
  const more = count - shown.length;
  return `Gone: ${shown.map(({ text }) => `“${cutEnd(inLine(text), LONGEST.gone)}”`).join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}.`;
}

/** Returns the number of Issues that items show or count. */
function countShown(items: readonly DigestItem[]): number {
  return items.reduce((sum, { alike }) => sum + 1 + alike, 0);
}

function toMessageItem(item: DigestItem, url: string): MessageItem {
  const alike = item.alike > 0 ? ` · and ${formatCount(item.alike)} more like it` : "";
  return {
    label: `${CHECK_KINDS[item.check].label}${item.reopened ? ", back again" : ""}`,
    message: cutEnd(inLine(item.message), LONGEST.message),
    sentence: sentenceOf(item),
    suggestion: item.suggestion === null ? null : cutEnd(inLine(item.suggestion), LONGEST.suggestion),
    where: `${whereText(item, LONGEST.where)}${alike}`,
    url,
  };
}

/** Returns the sentence with its mistake marked. A link's text does not contain its target, so the target follows it. */
function sentenceOf({ excerpt, text }: DigestItem): MarkedText {
  const [sentence, wrong] = [inLine(excerpt), inLine(text)];
  const { before, mistake, after } = cutAround(markMistake(sentence, wrong), LONGEST.sentence);
  if (mistake !== "") return { before, mistake, after };
  const label = sentence === "" ? "" : `“${cutEnd(sentence, LONGEST.sentence / 2)}” `;
  return { before: label, mistake: cutEnd(wrong, LONGEST.sentence - label.length), after: "" };
}
