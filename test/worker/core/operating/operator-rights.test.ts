import { expect, it } from "vitest";
import { operatorState } from "#worker/core/operating/operator-rights.ts";

const operators = ["ann@flawless.example", "ben@flawless.example"];
const ann = { email: "Ann@Flawless.example", emailVerified: true, hasTwoFactor: true };

it.each([
  ["operator", ann, operators],
  ["needs-code", { ...ann, hasTwoFactor: false }, operators],
  ["stranger", { ...ann, emailVerified: false }, operators],
  ["stranger", { ...ann, email: "ann@flawless.example.evil.example" }, operators],
  ["stranger", { ...ann, email: "" }, operators],
  ["stranger", ann, []],
] as const)("%s: %j among %j", (state, person, among) => expect(operatorState(person, among)).toBe(state));
