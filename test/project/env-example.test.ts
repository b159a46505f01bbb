import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parseSettings, SETTING_NAMES } from "#worker/core/settings.ts";

describe(".env.example", async () => {
  const text = await readFile(".env.example", "utf8");
  const lines = text.split("\n").filter((line) => /^[A-Z]/.test(line));
  const values = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));

  it("names every setting, in the order of the schema", () => {
    expect(Object.keys(values)).toEqual(SETTING_NAMES);
  });

  it("shows the defaults", () => {
    const needed = { DATABASE_URL: "postgresql://localhost/x", APP_URL: "http://localhost", AUTH_SECRET: "x".repeat(32) };
    const filled = Object.fromEntries(Object.entries({ ...values, ...needed }).filter(([, value]) => value !== ""));
    expect(parseSettings(filled)).toEqual(parseSettings(needed));
  });
});
