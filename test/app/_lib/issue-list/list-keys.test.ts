import { describe, expect, it } from "vitest";
import { KEYS_HELP, LIST_COMMANDS, listCommand } from "#app/_lib/issue-list/list-keys.ts";

const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false };
const press = (key: string, change = {}, onRow = true) => listCommand({ key, ...NO_MODIFIERS, ...change }, onRow);

describe("listCommand", () => {
  it("does for each key what the help says", () => {
    for (const { keys, command } of KEYS_HELP)
      for (const shown of keys) {
        const shiftKey = shown.startsWith("Shift+");
        const key = shown === "Esc" ? "Escape" : shown.replace("Shift+", "");
        expect(press(shiftKey ? key.toUpperCase() : key, { shiftKey }), shown).toBe(command);
      }
    expect(KEYS_HELP.map(({ command }) => command).sort()).toEqual([...LIST_COMMANDS].sort());
  });

  it("leaves keys with Ctrl, Alt and ⌘ to the browser", () => {
    for (const modifier of ["ctrlKey", "altKey", "metaKey"])
      for (const key of ["f", "a", "c", "Escape"]) expect(press(key, { [modifier]: true })).toBeNull();
  });

  it("takes capital letters of Caps Lock, and signs that need Shift", () => {
    expect(press("J")).toBe("next");
    expect(press("?", { shiftKey: true })).toBe("help");
    expect(press("/", { shiftKey: true })).toBe("search");
  });

  it("opens with Enter only on a row, not on a button in it", () => {
    expect(press("Enter")).toBe("open");
    expect(press("Enter", {}, false)).toBeNull();
  });

  it("repeats only moving while a key is held", () => {
    expect(press("j", { repeat: true })).toBe("next");
    expect(press("i", { repeat: true })).toBeNull();
  });

  it("ignores keys without a command, and names of object properties", () => {
    for (const key of ["z", "Tab", "F5", " ", "constructor", "__proto__"]) expect(press(key)).toBeNull();
  });
});
