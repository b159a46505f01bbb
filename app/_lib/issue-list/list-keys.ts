/** Commands of keys in a list of issues. */
export const LIST_COMMANDS = [
  "next",
  "previous",
  "open",
  "ignore",
  "ignore-more",
  "dictionary",
  "fixed",
  "snooze",
  "assign",
  "copy",
  "select",
  "select-range",
  "undo",
  "search",
  "help",
  "clear",
] as const;
export type ListCommand = (typeof LIST_COMMANDS)[number];

/** The keys of each command as they are shown, in the order of the help. */
export const KEYS_HELP: readonly { keys: readonly string[]; command: ListCommand; words: string }[] = [
  { keys: ["j"], command: "next", words: "Next issue" },
  { keys: ["k"], command: "previous", words: "Previous issue" },
  { keys: ["Enter", "o"], command: "open", words: "Open the issue’s page" },
  { keys: ["i"], command: "ignore", words: "Ignore" },
  { keys: ["Shift+i"], command: "ignore-more", words: "Ignore more than this issue" },
  { keys: ["d"], command: "dictionary", words: "Add the word to the dictionary" },
  { keys: ["f"], command: "fixed", words: "Mark as fixed" },
  { keys: ["s"], command: "snooze", words: "Snooze" },
  { keys: ["a"], command: "assign", words: "Assign to a member" },
  { keys: ["c"], command: "copy", words: "Copy the corrected sentence" },
  { keys: ["x"], command: "select", words: "Select" },
  { keys: ["Shift+x"], command: "select-range", words: "Select up to here" },
  { keys: ["u"], command: "undo", words: "Undo" },
  { keys: ["/"], command: "search", words: "Search" },
  { keys: ["?"], command: "help", words: "Show these keys" },
  { keys: ["Esc"], command: "clear", words: "Clear the selection" },
];

const PLAIN: Readonly<Record<string, ListCommand>> = {
  j: "next",
  k: "previous",
  o: "open",
  i: "ignore",
  d: "dictionary",
  f: "fixed",
  s: "snooze",
  a: "assign",
  c: "copy",
  x: "select",
  u: "undo",
};
const SHIFTED: Readonly<Record<string, ListCommand>> = { i: "ignore-more", x: "select-range" };
/** Shift is needed for these on some keyboards. */
const ANY_SHIFT: Readonly<Record<string, ListCommand>> = { "/": "search", "?": "help", Escape: "clear" };
/** A held key goes on with these only. */
const REPEATED: ReadonlySet<ListCommand> = new Set(["next", "previous"]);

type Pressed = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/** Returns the command of a key, or null. `onRow`: the focus is on a row itself, where Enter opens it; on a button it presses that. */
export function listCommand(pressed: Pressed, onRow: boolean): ListCommand | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey, repeat } = pressed;
  if (ctrlKey || metaKey || altKey) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  const command =
    own(ANY_SHIFT, letter) ??
    (shiftKey ? own(SHIFTED, letter) : own(PLAIN, letter)) ??
    (onRow && key === "Enter" ? "open" : null);
  return command !== null && repeat && !REPEATED.has(command) ? null : command;
}

function own(table: Readonly<Record<string, ListCommand>>, key: string): ListCommand | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
