import { expect, it } from "vitest";
import { isBearer } from "#worker/telemetry/is-bearer.ts";

const TOKEN = "a token of at least 24 characters".replaceAll(" ", "-");

it.each<[string | undefined, boolean]>([
  [`Bearer ${TOKEN}`, true],
  [`bearer ${TOKEN}`, true],
  [`Bearer ${TOKEN}x`, false],
  ["Bearer ", false],
  [TOKEN, false],
  [`Basic ${TOKEN}`, false],
  [undefined, false],
])("judges %j", (header, isRight) => {
  expect(isBearer(header, TOKEN)).toBe(isRight);
});
