import { expect, it } from "vitest";
import { partState } from "#worker/core/view/service-state.ts";

const MINUTE_MS = 60_000;

it.each([
  [null, false, "works"],
  [9 * MINUTE_MS, false, "works"],
  [11 * MINUTE_MS, true, "slow"],
  [11 * MINUTE_MS, false, "stuck"],
])("calls a part whose oldest work waits %s ms (active: %s) %s", (oldestMs, isActive, state) => {
  expect(partState({ oldestMs, isActive })).toBe(state);
});
