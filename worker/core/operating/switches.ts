/** A part of the service that the operators can switch off. `off` says to them what that does, `refusal` to others why something does not work. */
type Switch = { label: string; off: string; refusal: string };

/** The switches for everyone. What is under way goes on, and what waits starts by itself when the switch is on again. */
export const SWITCHES = {
  sign_ups: {
    label: "Sign-ups",
    off: "No account is created, not even by an invitation or by a link that was mailed before. Those links work again later.",
    refusal: "We do not take new accounts at the moment. Your address is fine: please try again in a few hours.",
  },
  crawls: {
    label: "Crawls",
    off: "No crawl starts: daily ones wait, and people read why they cannot start one. Crawls that run now go on to their end.",
    refusal:
      "We have stopped all crawls for a while, so this one cannot start. The daily crawls go on by themselves as soon as we are ready.",
  },
  mails: {
    label: "Mails and messages",
    off: "No mail and no message to a channel is sent, not even those that confirm addresses. All of them wait, and none is lost.",
    refusal: "We have stopped all mails for a while. Yours is sent as soon as we are ready.",
  },
} as const satisfies Record<string, Switch>;

/** Features that can be switched off for everyone but some Teams. */
export const FEATURES = {
  api: {
    label: "API",
    off: "Requests with a token are refused, except those of the teams that have it.",
    refusal: "The API is not available to your team at the moment. Your tokens are kept.",
  },
  pictures: {
    label: "Pictures of pages",
    off: "After a crawl no picture is taken, except for the teams that have it. Pictures from before stay.",
    refusal: "Pictures of pages are not available to your team at the moment.",
  },
} as const satisfies Record<string, Switch>;

export type SwitchName = keyof typeof SWITCHES;
export type FeatureName = keyof typeof FEATURES;

export const SWITCH_NAMES = ["sign_ups", "crawls", "mails"] as const satisfies readonly SwitchName[];
export const FEATURE_NAMES = ["api", "pictures"] as const satisfies readonly FeatureName[];

/** Returns how a switch is shown. */
export function switchWords(name: SwitchName | FeatureName): Switch {
  return { ...SWITCHES, ...FEATURES }[name];
}
