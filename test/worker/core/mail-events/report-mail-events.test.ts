import { describe, expect, it } from "vitest";
import { reportMailEvents } from "#worker/core/mail-events/report-mail-events.ts";

const OURS = "0193d0f4-0000-7000-8000-000000000001@flawless.example";
const RETURNED = `Return-Path: <hello@flawless.example>\nMessage-ID:\n <${OURS}>\nTo: ann@bakery.example\nSubject: Harbour: 2 new issues\n`;

type Report = { type?: string; status: string; returned?: string; returnedType?: string; boundary?: string };

function report({
  type,
  status,
  returned = RETURNED,
  returnedType = "text/rfc822-headers",
  boundary = '"=_b/1"',
}: Report): string {
  const line = `--${boundary.replaceAll('"', "")}`;
  const reportType = type === "message/feedback-report" ? "feedback-report" : "delivery-status";
  return `From: MAILER-DAEMON@mx.bakery.example
Date: Sat, 28 Nov 2026 09:30:00 +0000
Content-Type: multipart/report; report-type=${reportType};
	boundary=${boundary}

This text is for old programs.
${line}
Content-Type: text/plain

I'm sorry to have to inform you …
${line}
Content-Type: ${type ?? "message/delivery-status"}

${status}
${line}
Content-Type: ${returnedType}

${returned}
${line}--
`;
}

const failed = (status: string, diagnostic: string) =>
  `Reporting-MTA: dns; mx.bakery.example\nArrival-Date: Sat, 28 Nov 2026 09:29:00 +0000\n\nFinal-Recipient: rfc822; Ann@Bakery.example\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}\n`;
const feedback = (type: string) =>
  `Feedback-Type: ${type}\nUser-Agent: SomeGenerator/1.0\nVersion: 1\nOriginal-Rcpt-To: <ann@bakery.example>\n`;

describe("reportMailEvents", () => {
  it.each([
    ["an unknown mailbox", { status: failed("5.1.1", "550 5.1.1 <ann@bakery.example>: user\n unknown") }, "hard"],
    ["an unknown mailbox with the server's code only", { status: failed("5.0.0", "550 5.1.1 unknown") }, "hard"],
    ["a refusal by policy with the server's code only", { status: failed("5.0.0", "554 5.7.1 spam") }, null],
    ["a failure without any code", { status: failed("5.0.0", "550 no") }, "soft"],
    ["a full mailbox", { status: failed("5.2.2", "552 5.2.2 mailbox full") }, "soft"],
    ["a mail that expired", { status: failed("4.4.1", "connection timed out") }, "soft"],
    ["a refusal by policy", { status: failed("5.7.1", "554 5.7.1 spam") }, null],
    ["a delay", { status: failed("4.2.2", "452 full").replace("failed", "delayed") }, null],
    ["an arrival", { status: failed("2.0.0", "250 ok").replace("failed", "delivered") }, "delivered"],
    [
      "the whole mail returned",
      { status: failed("5.1.1", "550"), returnedType: "message/rfc822", returned: `${RETURNED}\n<p>` },
      "hard",
    ],
    ["a boundary without quotes", { status: failed("5.1.1", "550"), boundary: "b1" }, "hard"],
    ["a complaint", { type: "message/feedback-report", status: feedback("abuse") }, "complaint"],
    ["the opposite of a complaint", { type: "message/feedback-report", status: feedback("not-spam") }, null],
  ] satisfies [string, Report, string | null][])("takes %s as a report", (_name, parts, kind) => {
    for (const source of [report(parts), report(parts).replaceAll("\n", "\r\n")]) {
      const events = reportMailEvents(source);
      expect(events?.map((event) => event.kind)).toEqual(kind === null ? [] : [kind]);
      for (const event of events ?? [])
        expect(event).toMatchObject({
          ...{ email: "ann@bakery.example", messageId: OURS, needsMessage: true },
          at: new Date("2026-11-28T09:30:00Z"),
        });
    }
  });

  it("keeps a complaint whose address is blacked out: the message says whose it was", () => {
    const status = feedback("abuse").replace("<ann@bakery.example>", "[redacted]");
    expect(reportMailEvents(report({ type: "message/feedback-report", status }))).toMatchObject([
      { kind: "complaint", email: "" },
    ]);
  });

  it("makes no event of a report that does not say which message it is about", () => {
    expect(reportMailEvents(report({ status: failed("5.1.1", "550"), returned: "Subject: Hello\n" }))).toEqual([]);
  });

  it.each([
    "",
    "\n\n",
    "Subject: out of office\n\nI am away.",
    "Content-Type: multipart/report\n\nno boundary",
    "Content-Type: multipart/report; boundary=\n\n--\n",
  ])("takes other mail as none: %j", (source) => {
    expect(reportMailEvents(source) ?? []).toEqual([]);
  });

  it("reads hostile messages in time that grows with their size only", () => {
    const cost = (source: string) => {
      const start = process.cpuUsage();
      reportMailEvents(source);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    const head = "Content-Type: multipart/report; boundary=b\n";
    const hostile: ((size: number) => string)[] = [
      (size) => `${head}\n${"--b\n".repeat(size / 4)}`,
      (size) => `${head}\n--b\nContent-Type: message/delivery-status\n\n${"\n \t ".repeat(size / 4)}`,
      (size) => `Content-Type:${" ".repeat(size)}\n${" a".repeat(size / 2)}\n\n`,
      (size) => `Content-Type: multipart/report; ${'boundary="'.repeat(size / 10)}\n\n`,
      (size) => "\r\n".repeat(size / 2),
      (size) => `${head}\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${"<".repeat(size)}`,
    ];
    for (const make of hostile) {
      cost(make(100_000));
      // Ten times the size: a cost that grows by the square would be a hundred times as high.
      expect(cost(make(1_000_000))).toBeLessThan(40 * Math.max(cost(make(100_000)), 10_000));
    }
  });
});
