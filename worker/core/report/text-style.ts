/** How a report is dressed for where it is read. `plain` must make text from crawled pages harmless to a terminal. */
export type TextStyle = {
  strong(text: string): string;
  faint(text: string): string;
  /** A mistake within its sentence. */
  mistake(text: string): string;
  plain(text: string): string;
};

/** For files and pipes: no colours, the mistake between brackets ("you will [recieve] it"). */
export const PLAIN_STYLE: TextStyle = {
  strong: (text) => text,
  faint: (text) => text,
  mistake: (text) => `[${text}]`,
  plain: withoutControls,
};

/** For terminals, by ANSI escape sequences (ECMA-48, SGR). The brackets stay: colour alone says nothing to who cannot see it. */
export const COLOUR_STYLE: TextStyle = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
  mistake: (text) => `\u001b[31;1m[${text}]\u001b[39;22m`,
  plain: withoutControls,
};

/** Control characters steer terminals (ESC), and bidirectional overrides reorder what is read: crawled text must do neither. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
