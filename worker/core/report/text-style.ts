/** Formatting of a report for its medium. `plain` must make text from crawled pages harmless to a terminal. */
export type TextStyle = {
  strong(text: string): string;
  faint(text: string): string;
  /** Marks a mistake within its sentence. */
  mistake(text: string): string;
  plain(text: string): string;
};

/** Style for files and pipes: no colours, the mistake in brackets ("you will [recieve] it"). */
export const PLAIN_STYLE: TextStyle = {
  strong: (text) => text,
  faint: (text) => text,
  mistake: (text) => `[${text}]`,
  plain: withoutControls,
};

/**
 * Style for terminals, with ANSI escape sequences (ECMA-48, SGR). Keeps the brackets, because not everybody can see colours.
 */
export const COLOUR_STYLE: TextStyle = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
  mistake: (text) => `\u001b[31;1m[${text}]\u001b[39;22m`,
  plain: withoutControls,
};

/** Removes control characters, which steer terminals (ESC), and bidirectional overrides, which reorder text. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
