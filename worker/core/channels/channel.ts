export const CHANNEL_KINDS = ["slack", "teams", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Names of the kinds of Channels. */
export const CHANNEL_KIND_WORDS: Readonly<Record<ChannelKind, string>> = {
  slack: "Slack",
  teams: "Microsoft Teams",
  webhook: "Webhook",
};

/** Channels of one Team. */
export const MOST_CHANNELS = 20;
