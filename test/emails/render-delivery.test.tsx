import { describe, expect, it } from "vitest";
import { type DeliveryKind, payloadSchemas } from "#emails/payloads.ts";
import { renderDelivery } from "#emails/render-delivery.tsx";
import { sampleItems } from "#emails/sample-items.ts";
import { sampleDigest as digest, samplePayloads as payloads } from "./sample-payloads.ts";

const appUrl = "https://flawless.example";
const isKind = (kind: string): kind is DeliveryKind => Object.hasOwn(payloadSchemas, kind);
const kinds = Object.keys(payloads).filter(isKind);

describe("renderDelivery", () => {
  it.each(kinds)("gives %s a subject, HTML for both colour schemes and a text part", async (kind) => {
    const mail = await renderDelivery(kind, payloads[kind], { appUrl });
    expect(mail.subject).not.toBe("");
    expect(mail.html).toContain("prefers-color-scheme: dark");
    expect(mail.html).not.toContain("undefined");
    expect(mail.text).not.toMatch(/<[a-z]|undefined|\[object/);
  });

  it("marks the mistake as a word, not inside another word", async () => {
    const [sample] = sampleItems;
    const opened = [{ ...sample, text: "a", excerpt: "Eat a apple.", suggestion: "an" }];
    const { html } = await renderDelivery("digest", { ...payloads.digest, digest: { ...digest, opened } }, { appUrl });
    expect(html.replaceAll("<!-- -->", "")).toMatch(/Eat <span[^>]*>a<\/span> apple\./);
  });

  it.each(["first_report", "digest", "crawl_failing", "crawl_recovered"] as const)(
    "lets readers of %s unsubscribe with one click",
    async (kind) => {
      const mail = await renderDelivery(kind, payloads[kind], { appUrl });
      expect(mail.headers).toEqual({
        "Auto-Submitted": "auto-generated",
        "List-Id": "<s1.sites.flawless.example>",
        References: "<site-s1@flawless.example>",
        "List-Unsubscribe": "<https://flawless.example/api/unsubscribe/token-1>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      });
      expect(mail.html).toContain("https://flawless.example/unsubscribe/token-1");
    },
  );

  it.each([
    "verification",
    "reset",
    "recipient_confirmation",
    "issues_assigned",
    "invitation",
    "channel_stopped",
    "plan_notice",
    "business_report",
    "wind_down",
  ] as const)("offers no unsubscription from %s", async (kind) => {
    expect((await renderDelivery(kind, payloads[kind], { appUrl })).headers).toEqual({ "Auto-Submitted": "auto-generated" });
  });

  it.each([
    ["trial_ending", "Your free trial of Pro ends on 13 December 2026", "nothing is charged by itself"],
    ["trial_ended", "Your free trial of Pro has ended", "Free includes 1 site, so we paused 2 sites. We deleted nothing."],
    ["payment_failed", "We could not charge your card for Pro", "Pro stays active until 13 December 2026"],
    ["payment_overdue", "Pro is paused, because the payment failed", "go on by themselves"],
  ])("says of a Plan what happens and what to do: %s", async (notice, subject, sentence) => {
    const mail = await renderDelivery("plan_notice", { ...payloads.plan_notice, notice }, { appUrl });
    expect(mail.subject).toBe(subject);
    expect(mail.text.replaceAll(/\s+/g, " ")).toContain(sentence);
    expect(mail.html).toContain("https://flawless.example/billing");
    expect(mail.text).toContain("Harbour Bakery");
  });

  it.each([
    ["announcement", true, "Flawless closes on 15 January 2027", "we have stopped the renewal of your subscription"],
    ["announcement", false, "Flawless closes on 15 January 2027", "We charge you nothing"],
    ["reminder", true, "Flawless closes soon: on 15 January 2027", "Until 14 February 2027 you can still sign in"],
    ["withdrawal", false, "Flawless does not close after all", "Flawless goes on, and you have nothing to do."],
  ])(
    "says of the end of the service what happens and what to do: %s, paying %s",
    async (notice, isPaying, subject, sentence) => {
      const mail = await renderDelivery("wind_down", { ...payloads.wind_down, notice, isPaying }, { appUrl });
      expect(mail.subject).toBe(subject);
      expect(mail.text.replaceAll(/\s+/g, " ")).toContain(sentence);
      expect(mail.html).toContain(`https://flawless.example/${notice === "withdrawal" ? "billing" : "people"}`);
    },
  );

  it("gives the operators the figures of a day", async () => {
    const { subject, text, html } = await renderDelivery("business_report", payloads.business_report, { appUrl });
    expect(subject).toBe("Saturday 28 November: 1 sign-up, 1,204 paying");
    const words = text.replaceAll(/\s+/g, " ");
    expect(words).toContain("1,204 paying teams, 2 teams try Pro (0 new). Revenue a month: $34,120.50 and ¥12,000.");
    expect(words).toContain("1 subscription ended, 1 will end with its period.");
    expect(words).toContain(
      "4,981 crawls finished, 37 failed. 3 issues found. 2,260 mails sent, 1 came back or was reported as spam.",
    );
    expect(words).toContain("2 crawls and 0 mails are late. Switched off: Sign-ups.");
    expect(html).toContain("https://flawless.example/operator");
  });

  it("lists new Issues before fixed ones, each with a link to itself", async () => {
    const { subject, html, text } = await renderDelivery("digest", payloads.digest, { appUrl });
    expect(subject).toBe("harbour.example: 2 new issues, 1 gone");
    expect(html.indexOf("recieve")).toBeLessThan(html.indexOf("the the"));
    expect(html).toContain("https://flawless.example/sites/s1/issues/sample-1");
    expect(text).toContain("recieve");
    expect(text).toContain("https://flawless.example/sites/s1/issues/sample-3");
  });

  it("keeps the mark in view, however long the sentence, the mistake or the address is", async () => {
    const filler = "Lorem ipsum dolor sit amet ".repeat(40).trim();
    const long = {
      ...sampleItems[0],
      excerpt: `${filler} recieve ${filler}`,
      pageUrl: `https://harbour.example/${"a-".repeat(900)}`,
    };
    const opened = [long, { ...sampleItems[0], text: filler, excerpt: filler, alike: 13 }];
    const { text, html } = await renderDelivery("digest", { ...payloads.digest, digest: { ...digest, opened } }, { appUrl });
    const sentence = text.split("\n\n").find((part) => part.includes("→ receive")) ?? text;
    expect(sentence).toMatch(/^….* recieve .*… → receive$/);
    expect(sentence.length).toBeLessThan(190);
    expect(text.split("\n").every((line) => line.length < 260)).toBe(true);
    expect(text).toContain("and 13 more like it");
    expect(html.length).toBeLessThan(20_000);
  });

  it("stays under 100 KB with as much as a digest shows", async () => {
    const item = {
      ...sampleItems[0],
      excerpt: "x ".repeat(5_000),
      message: "m".repeat(300),
      pageUrl: `https://h.example/${"p".repeat(2_000)}`,
    };
    const many = { ...digest, opened: Array.from({ length: 25 }, () => item), fixed: Array.from({ length: 15 }, () => item) };
    const { html } = await renderDelivery(
      "digest",
      { digest: { ...many, openedCount: 9_000, fixedCount: 70 }, recipientToken: "t" },
      { appUrl },
    );
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html.replaceAll("<!-- -->", "")).toContain("And 8,975 more issues.");
  });

  it("reads a digest that an earlier version wrote", async () => {
    const { openedCount: _opened, fixedCount: _fixed, ...earlier } = digest;
    const opened = earlier.opened.map(({ alike: _alike, ...item }) => item);
    const { subject } = await renderDelivery("digest", { digest: { ...earlier, opened }, recipientToken: "t" }, { appUrl });
    expect(subject).toBe("harbour.example: 2 new issues, 1 gone");
  });

  it("names only what was found in a first report", async () => {
    const { text } = await renderDelivery(
      "first_report",
      { ...payloads.first_report, counts: { spelling: 4, grammar: 0, links: 2 } },
      { appUrl },
    );
    expect(text).toContain("4 misspellings, 2 broken links.");
    expect(text).not.toMatch(/no grammar/i);
  });

  it("shows a crawled page's content as text only", async () => {
    const hostile = {
      ...digest,
      opened: [{ ...sampleItems[0], text: "<img src=x>", excerpt: "<script>alert(1)</script> <img src=x>" }],
    };
    const { html } = await renderDelivery("digest", { digest: hostile, recipientToken: "t" }, { appUrl });
    expect(html).not.toMatch(/<script|<img/);
  });

  it("keeps a site's name from breaking out of the subject", async () => {
    const { subject } = await renderDelivery(
      "crawl_failing",
      { ...payloads.crawl_failing, siteName: "a\r\nBcc: eve@example.com" },
      { appUrl },
    );
    expect(subject).toBe("We could not read a Bcc: eve@example.com for 3 days");
  });

  it.each([
    [{ failedDays: 1, isMissing: true }, "Most pages of harbour.example are missing"],
    [{ failedDays: 1 }, "We could not read harbour.example today"],
    [{ failedDays: 3 }, "We could not read harbour.example for 3 days"],
  ])("says how long a site could not be read, or what is missing: %j", async (failing, subject) => {
    expect((await renderDelivery("crawl_failing", { ...payloads.crawl_failing, ...failing }, { appUrl })).subject).toBe(
      subject,
    );
  });

  it("says so when there are no issues", async () => {
    const clean = { ...payloads.first_report, counts: { spelling: 0, grammar: 0, links: 0 }, top: [] };
    expect((await renderDelivery("first_report", clean, { appUrl })).subject).toBe(
      "harbour.example: your first report, no issues",
    );
  });

  it("throws on a payload of another kind", async () => {
    await expect(renderDelivery("digest", payloads.reset, { appUrl })).rejects.toThrow();
  });

  it("has a schema for every kind", () => {
    expect(Object.keys(payloadSchemas).sort()).toEqual([...kinds].sort());
  });

  it("says in an invitation who invites to what and until when, and makes no link of it", async () => {
    const { text } = await renderDelivery("invitation", payloads.invitation, { appUrl });
    expect(text).toContain("anna\u200c@harbour.\u200cexample invites you to the team “Harbour Bakery”");
    expect(text).toContain("You join as a viewer for all its sites: you can see reports and issues.");
    expect(text).toContain("The link works once, until Sunday, 6 December 2026 at 09:30 UTC.");
  });

  it("shows no name in an invitation that could carry a message of its sender", async () => {
    const names = { invitedBy: "you-have-won-a-prize@evil.example", teamName: "Claim it at https://evil.example/win" };
    const { subject, html, text } = await renderDelivery("invitation", { ...payloads.invitation, ...names }, { appUrl });
    for (const part of [subject, html, text]) expect(part).not.toMatch(/won|claim|prize|evil\.example/i);
    expect(text).toContain("Someone invites you to a team at Flawless");
  });

  it("contains no text of the sender before the address has confirmed", async () => {
    const claim = "You have won! Claim at https://evil.example/win";
    const hosts = [
      "www.evil.example",
      "you-have-won-a-prize.evil.example",
      `${"won.".repeat(8)}example`,
      `${"won".repeat(15)}.example`,
    ];
    for (const siteHost of hosts) {
      const invitedBy = "you-have-won.claim-at-evil.example@evil.example";
      const payload = { ...payloads.recipient_confirmation, siteHost, invitedBy, siteName: claim };
      const { subject, html, text } = await renderDelivery("recipient_confirmation", payload, { appUrl });
      expect(subject).toBe("Do you want reports about a web site?");
      for (const part of [subject, html, text]) expect(part).not.toMatch(/won|claim|prize|evil\.example/i);
    }
    // A short host is still shown, in a form that no mail program turns into a link.
    const short = await renderDelivery("recipient_confirmation", { siteHost: hosts[0], recipientToken: "t" }, { appUrl });
    expect(short.text).toContain("evil.\u200cexample");
  });
});
