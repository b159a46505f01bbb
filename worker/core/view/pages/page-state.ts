/**
 * States of a Page. `unreadable`: the last visit failed. `left-out`: it is not checked, for example because it is no text or robots.txt
 * excludes it. `gone`: the server no longer has it.
 */
export const PAGE_STATES = ["read", "unreadable", "left-out", "gone"] as const;
export type PageState = (typeof PAGE_STATES)[number];

type Tone = "success" | "danger" | "neutral";

/** Names of the states, with the tones of their badges. */
export const PAGE_STATE_WORDS: Readonly<Record<PageState, { words: string; tone: Tone }>> = {
  read: { words: "Read", tone: "success" },
  unreadable: { words: "Not readable", tone: "danger" },
  "left-out": { words: "Left out", tone: "neutral" },
  gone: { words: "Gone", tone: "neutral" },
};
