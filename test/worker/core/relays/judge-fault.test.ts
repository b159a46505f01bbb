import { describe, expect, it } from "vitest";
import { judgeFault, type SmtpFault } from "#worker/core/relays/judge-fault.ts";

function fault(reply: string, command: string): SmtpFault {
  return { reply, replyCode: reply === "" ? null : Number(reply.slice(0, 3)), command, isHandedOver: false, isOurMail: false };
}

describe("judgeFault", () => {
  it.each([
    // About the recipient: every server would say the same.
    ["550 5.1.1 No such user", "RCPT TO", "refused", "mail", "hard"],
    ["550 Relaying denied", "RCPT TO", "refused", "mail", null],
    ["552 5.2.2 Mailbox full", "RCPT TO", "refused", "mail", "soft"],
    ["450 Mailbox busy", "RCPT TO", "later", "mail", null],
    ["451 4.7.1 Greylisted, try again", "RCPT TO", "later", "mail", null],
    ["452 4.2.2 Mailbox full", "RCPT TO", "later", "mail", "soft"],
    ["451 4.4.0 No answer for the domain", "DATA", "later", "mail", "soft"],
    // About the message.
    ["554 5.7.1 Message rejected as spam", "DATA", "refused", "mail", null],
    // About the server, or about us as a sender there.
    ["421 4.3.2 Shutting down", "RCPT TO", "later", "relay", null],
    ["421 Closing", "DATA", "later", "relay", null],
    ["452 4.3.1 Out of disk", "RCPT TO", "later", "relay", null],
    ["454 4.7.0 Throttling failure: daily quota exceeded", "DATA", "later", "relay", null],
    ["451 Queue file write error", "DATA", "later", "relay", null],
    ["421 Too many connections", "CONN", "later", "relay", null],
    ["554 No SMTP service here", "CONN", "later", "relay", null],
    ["535 5.7.8 Wrong password", "AUTH PLAIN", "later", "relay", null],
    ["450 4.7.1 Sender quota exceeded", "MAIL FROM", "later", "relay", null],
    ["550 5.7.1 Sender not verified", "MAIL FROM", "later", "relay", null],
    ["", "CONN", "later", "relay", null],
  ] as const)("%s to %s: %s, because of the %s", (reply, command, outcome, blame, bounce) => {
    expect(judgeFault(fault(reply, command))).toEqual({ outcome, blame, bounce });
  });

  it("does not know whether a server that fails after it had the whole mail took it, unless its reply says so", () => {
    expect(judgeFault({ ...fault("", "CONN"), isHandedOver: true })).toMatchObject({ outcome: "later", blame: "unclear" });
    expect(judgeFault({ ...fault("421 Closing", "CONN"), isHandedOver: true })).toMatchObject({ blame: "relay" });
    expect(judgeFault({ ...fault("451 Try again", "DATA"), isHandedOver: true })).toMatchObject({ blame: "relay" });
  });

  it("does not blame a server for an address that is none", () => {
    expect(judgeFault({ ...fault("", "API"), isOurMail: true })).toEqual({ outcome: "later", blame: "mail", bounce: null });
  });
});
