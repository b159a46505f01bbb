import type { ChannelMessage, MessageItem } from "./channel-message.ts";

/**
 * Returns the body of a request to a Slack incoming webhook. Sections are `verbatim`, so that Slack makes no links and mentions of its own
 * out of a site's text. `text` is what notifications show.
 */
export function toSlackMessage({ headline, summary, items, notes, link }: ChannelMessage): object {
  return {
    text: escapeSlack(headline),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      section(`*${escapeSlack(headline)}*\n${escapeSlack(summary)}`),
      ...items.map((item) => section(itemText(item))),
      ...(notes.length > 0 ? [section(notes.map(escapeSlack).join("\n"))] : []),
      section(linkTo(link.url, link.label)),
    ],
  };
}

/** Escapes the characters that begin Slack's links, mentions and entities, such as `<!channel>`. */
export function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function section(text: string) {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
}

function itemText({ label, message, sentence, suggestion, where, url }: MessageItem): string {
  const { before, mistake, after } = sentence;
  const marked = `${escapeSlack(before)}${bold(mistake)}${escapeSlack(after)}`;
  const right = suggestion === null ? "" : ` → ${escapeSlack(suggestion)}`;
  return `*${label}* · ${escapeSlack(message)}\n>${marked}${right}\n${linkTo(url, "Show it")} · ${escapeSlack(where)}`;
}

/** An asterisk inside would end the bold text early. */
function bold(text: string): string {
  return text.includes("*") ? escapeSlack(text) : `*${escapeSlack(text)}*`;
}

/** A bar or an angle bracket would end the address early. */
function linkTo(url: string, label: string): string {
  return `<${escapeSlack(url).replaceAll("|", "%7C")}|${label}>`;
}
