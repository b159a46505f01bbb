import { expect, it } from "vitest";
import { openDecision, sealDecision } from "#prisma/mail-decision.ts";
import { deriveSecretKeys, sealSecret } from "#prisma/sealed-secret.ts";

const keys = deriveSecretKeys({ AUTH_SECRET: "a".repeat(32) });
const now = new Date("2026-11-29T12:00:00Z");
const decision = { issueId: "01a228dc-e9d5-717e-a37a-33256b0d77d5", userId: "user-1" };
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

it("opens its own token, for 30 days", () => {
  const token = sealDecision(keys, decision, now);
  expect(encodeURIComponent(token)).toBe(token);
  expect(openDecision(keys, token, later(29))).toEqual(decision);
  expect(openDecision(keys, token, later(30))).toBeNull();
});

it.each([
  ["nothing", ""],
  ["an id", decision.issueId],
  ["a changed token", `${sealDecision(keys, decision, now).slice(0, -4)}AAAA`],
  ["a token of another installation", sealDecision(deriveSecretKeys({ AUTH_SECRET: "b".repeat(32) }), decision, now)],
  [
    "another secret of ours",
    (({ keyId, sealed }) => `${keyId}~${sealed}`)(sealSecret(keys, "mail to ann", JSON.stringify(decision))),
  ],
])("does not open %s", (_what, token) => {
  expect(openDecision(keys, token, now)).toBeNull();
});
