import { describe, expect, it } from "vitest";
import { replyKind, statusKind } from "#worker/core/mail-events/status-kind.ts";

describe("statusKind", () => {
  it.each([
    ["5.1.1", "hard"],
    ["5.1.2", "hard"],
    ["5.1.3", "hard"],
    ["5.1.6", "hard"],
    ["5.1.10", "hard"],
    ["5.2.1", "hard"],
    ["4.1.1", "soft"],
    ["5.1.0", "soft"],
    ["5.2.2", "soft"],
    ["4.2.2", "soft"],
    ["5.4.4", "soft"],
    ["4.4.7", "soft"],
    ["5.0.0", "soft"],
    // About us: the sender, the size, the protocol, the content, the policy.
    ["5.1.7", null],
    ["5.1.8", null],
    ["5.3.4", null],
    ["4.3.1", null],
    ["5.5.1", null],
    ["5.6.0", null],
    ["5.7.1", null],
    ["5.7.26", null],
    ["4.7.0", null],
    ["2.1.5", null],
    ["", null],
    ["5.1", null],
    ["5.1.1.1", null],
  ])("takes %j as %j", (status, kind) => {
    expect(statusKind(status)).toBe(kind);
  });
});

describe("replyKind", () => {
  it.each([
    ["550 5.1.1 <ann@bakery.example>: user unknown", "hard"],
    ["550-5.1.1 The account does not exist.\n550 5.1.1 See the help.", "hard"],
    ["550 #5.1.1 user unknown", null],
    ["550 No such user here", null],
    // A relay that is set up wrongly says this to everybody.
    ["550 Relaying denied", null],
    ["552 5.2.2 Mailbox full", "soft"],
    ["451 4.3.0 Try again", null],
    ["554 5.7.1 Message rejected as spam", null],
    ["421 4.7.0 Too many messages", null],
    ["250 2.1.5 Accepted", null],
    ["Connection closed", null],
    // An address of a network is no status code.
    ["550 5.1.1.7 is on a block list", null],
    ["", null],
  ])("takes %j as %j", (reply, kind) => {
    expect(replyKind(reply)).toBe(kind);
  });
});
