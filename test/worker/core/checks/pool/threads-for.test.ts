import { describe, expect, it } from "vitest";
import { threadsFor } from "#worker/core/checks/pool/threads-for.ts";

const QUIET = { most: 4, started: 1, waitingCharacters: 900, isLate: false };

describe("threadsFor", () => {
  it.each([
    ["the first text", { ...QUIET, started: 0 }, 1],
    ["a little text beside what is checked", QUIET, 1],
    ["a little text, where two run anyway", { ...QUIET, started: 2 }, 2],
    ["much text", { ...QUIET, waitingCharacters: 8_000 }, 2],
    ["text that has waited for long", { ...QUIET, isLate: true }, 2],
    ["much text, where as many run as may", { ...QUIET, started: 4, waitingCharacters: 90_000, isLate: true }, 4],
  ])("counts the threads for %s", (_name, pressure, threads) => {
    expect(threadsFor(pressure)).toBe(threads);
  });
});
