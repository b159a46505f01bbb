import type { ChannelMessage, MessageItem } from "./channel-message.ts";

type Look = { weight?: "Bolder"; color?: "Attention" | "Good"; isSubtle?: true; size?: "Medium" };

/**
 * Returns the body of a request to a Teams workflow: a message with one Adaptive Card. Foreign texts are in RichTextBlocks, whose runs are
 * shown as they are: a TextBlock would read Markdown in them. Version 1.4 is what all Teams clients show.
 */
export function toTeamsMessage({ headline, summary, items, notes, link }: ChannelMessage): object {
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          msteams: { width: "Full" },
          body: [
            richText(run(headline, { weight: "Bolder", size: "Medium" })),
            richText(run(summary, { isSubtle: true })),
            ...items.map(toContainer),
            ...notes.map((note) => richText(run(note))),
          ],
          actions: [{ type: "Action.OpenUrl", title: link.label, url: link.url }],
        },
      },
    ],
  };
}

function toContainer({ label, message, sentence, suggestion, where, url }: MessageItem) {
  const { before, mistake, after } = sentence;
  return {
    type: "Container",
    separator: true,
    items: [
      richText(run(label, { weight: "Bolder" }), run(` · ${message}`)),
      richText(
        ...(before === "" ? [] : [run(before)]),
        run(mistake, { weight: "Bolder", color: "Attention" }),
        ...(after === "" ? [] : [run(after)]),
        ...(suggestion === null ? [] : [run(` → ${suggestion}`, { weight: "Bolder", color: "Good" })]),
      ),
      richText(run(where, { isSubtle: true })),
      // Only our own words and address: this text is Markdown.
      { type: "TextBlock", text: `[Show it](${url})`, spacing: "Small" },
    ],
  };
}

function richText(...inlines: ReturnType<typeof run>[]) {
  return { type: "RichTextBlock", inlines };
}

function run(text: string, look: Look = {}) {
  return { type: "TextRun", text, ...look };
}
