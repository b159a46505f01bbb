import { makeMailLinks } from "#emails/links.ts";
import type { ChannelKind } from "#worker/core/channels/channel.ts";
import { composeMessage } from "#worker/core/channels/channel-message.ts";
import type { ChannelNews } from "#worker/core/channels/channel-news.ts";
import { toSlackMessage } from "#worker/core/channels/slack-message.ts";
import { toTeamsMessage } from "#worker/core/channels/teams-message.ts";
import { toWebhookBody } from "#worker/core/channels/webhook-body.ts";
import { signMessage } from "./sign-message.ts";

type Message = { id: string; kind: ChannelKind; news: ChannelNews; createdAt: Date; signingSecrets: readonly string[] };

/** Returns the headers and body of a request to a Channel. Each attempt has the same body; a webhook's signature has the attempt's time. */
export function writeRequest(
  { id, kind, news, createdAt, signingSecrets }: Message,
  { appUrl, now }: { appUrl: string; now: Date },
): { headers: Record<string, string>; body: string } {
  const links = makeMailLinks(appUrl);
  const headers = { "content-type": "application/json; charset=utf-8", "user-agent": `Flawless (+${links.home})` };
  switch (kind) {
    case "slack":
      return { headers, body: JSON.stringify(toSlackMessage(composeMessage(news, links))) };
    case "teams":
      return { headers, body: JSON.stringify(toTeamsMessage(composeMessage(news, links))) };
    case "webhook": {
      const body = JSON.stringify(toWebhookBody(news, createdAt, links));
      return { headers: { ...headers, ...signMessage({ id, at: now, body }, signingSecrets) }, body };
    }
  }
}
