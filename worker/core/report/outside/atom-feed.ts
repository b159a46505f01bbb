import type { Digest, DigestItem } from "../../digest/digest.ts";
import { plural } from "../../text/plural.ts";
import { changesInWords } from "../../view/crawls/crawl-words.ts";
import { sentenceOfExcerpt } from "../../view/marks/sentence-of.ts";
import { shownAddress } from "../../view/shown-address.ts";
import { type Markup, markup, NO_MARKUP } from "./markup.ts";

/** Changes that one Crawl found, as a digest shows them. */
export type FeedEntry = Pick<Digest, "opened" | "openedCount" | "fixed" | "fixedCount"> & { crawlId: string; at: Date };

/** A feed of a Site's changes. `id`: of the feed, a UUID. `since`: when it was made. */
export type FeedContent = { id: string; siteName: string; selfUrl: string; siteUrl: string; since: Date; entries: FeedEntry[] };

/** Writes a feed in Atom (RFC 4287), with one entry for each Crawl that found changes, the newest first. */
export function atomFeed({ id, siteName, selfUrl, siteUrl, since, entries }: FeedContent): string {
  const updated = entries[0]?.at ?? since;
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>urn:uuid:${id}</id>
  <title>${siteName}: new and fixed issues</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>Flawless</name></author>
  <link rel="self" type="application/atom+xml" href="${selfUrl}"/>
  <link rel="alternate" type="text/html" href="${siteUrl}"/>
${entries.map((entry) => entryOf(entry, siteUrl))}</feed>
`.written;
}

function entryOf(entry: FeedEntry, siteUrl: string): Markup {
  const { crawlId, at, opened, openedCount, fixed, fixedCount } = entry;
  const content = markup`${listOf("New", opened, openedCount)}${listOf("Fixed", fixed, fixedCount)}`;
  return markup`  <entry>
    <id>urn:uuid:${crawlId}</id>
    <title>${changesInWords({ opened: openedCount, fixed: fixedCount })}</title>
    <updated>${at.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${siteUrl}/crawls/${crawlId}"/>
    <content type="html">${content.written}</content>
  </entry>
`;
}

function listOf(heading: string, items: readonly DigestItem[], count: number): Markup {
  if (items.length === 0) return NO_MARKUP;
  const shown = items.reduce((sum, { alike }) => sum + 1 + alike, 0);
  const rest = shown < count ? markup`<p>and ${plural(count - shown, "more issue")}.</p>` : NO_MARKUP;
  return markup`<h3>${heading}</h3><ul>${items.map(itemOf)}</ul>${rest}`;
}

function itemOf({ check, text, excerpt, message, suggestion, pageUrl, pageCount, alike }: DigestItem): Markup {
  const better = suggestion
    ? markup` → <strong>${check === "links" ? shownAddress(suggestion) : suggestion}</strong>`
    : NO_MARKUP;
  const place =
    pageUrl === ""
      ? NO_MARKUP
      : markup`<br/>${shownAddress(pageUrl)}${pageCount > 1 ? ` and ${plural(pageCount - 1, "more page")}` : ""}`;
  const others = alike > 0 ? markup`<br/>and ${plural(alike, "more like it", "more like it")}` : NO_MARKUP;
  return markup`<li>${check === "links" ? linkOf(text, excerpt) : sentence(excerpt, text)}${better}<br/>${message}${place}${others}</li>`;
}

function linkOf(target: string, label: string): Markup {
  return label === "" ? markup`${shownAddress(target)}` : markup`“${label}” (${shownAddress(target)})`;
}

function sentence(excerpt: string, text: string): Markup {
  const { before, mistake, after } = sentenceOfExcerpt(excerpt, text);
  return mistake === "" ? markup`${text}: ${before}` : markup`${before}<mark>${mistake}</mark>${after}`;
}
