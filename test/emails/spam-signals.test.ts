import { describe, expect, it } from "vitest";
import { type DeliveryKind, payloadSchemas } from "#emails/payloads.ts";
import { renderDelivery } from "#emails/render-delivery.tsx";
import { samplePayloads } from "./sample-payloads.ts";

/** Kinds that people get because they subscribed to them. Mail programs want a way to end these. */
const REPORTS: readonly DeliveryKind[] = ["first_report", "digest", "summary", "crawl_failing", "crawl_recovered"];
const SHORTENERS = /^(?:bit\.ly|t\.co|goo\.gl|tinyurl\.com|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|lnkd\.in)$/;
/** The longest line that RFC 5322 2.1.1 recommends. */
const LONGEST_SUBJECT = 78;
/** Gmail cuts longer mails off. */
const MOST_BYTES = 100_000;

const isKind = (kind: string): kind is DeliveryKind => Object.hasOwn(payloadSchemas, kind);
const appUrl = "https://flawless.example";
const render = (kind: DeliveryKind) =>
  renderDelivery(kind, samplePayloads[kind], { appUrl, decisionToken: (id) => `decide-${id}` });

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();

function linksOf(html: string): { href: URL; text: string }[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, href = "", text = ""]) => ({
    href: new URL(href.replaceAll("&amp;", "&")),
    text: plain(text),
  }));
}

/** Returns the host that a link's text shows; null if it shows no address. */
function shownHost(text: string): string | null {
  const [, host] = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#].*)?$/i.exec(text) ?? [];
  return host?.toLowerCase() ?? null;
}

describe("signals that spam filters look for", () => {
  it.each(Object.keys(payloadSchemas).filter(isKind))("%s shows none", async (kind) => {
    const { subject, html, text, headers } = await render(kind);
    const links = linksOf(html);
    expect(links.length).toBeGreaterThan(0);
    for (const { href, text: shown } of links) {
      expect(["https:", "mailto:"], href.href).toContain(href.protocol);
      expect(href.hostname).not.toMatch(SHORTENERS);
      expect(href.hostname).not.toMatch(/^\d+(?:\.\d+){3}$/);
      const host = shownHost(shown);
      if (host !== null) expect(href.hostname, `The link “${shown}” leads elsewhere.`).toBe(host);
    }
    // The text part says as much as the HTML part: each address of our own, and more than a pointer to it.
    for (const { href } of links.filter(({ href: { origin, pathname } }) => origin === appUrl && pathname !== "/"))
      expect(text).toContain(href.href);
    expect(text.length).toBeGreaterThan(150);
    expect(Buffer.byteLength(html) + Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    expect(html).not.toMatch(/<(?:script|form|iframe|object|embed|input)\b|\son[a-z]+=|javascript:/i);
    // Readable without pictures: there are none to load.
    expect(html).not.toMatch(/<img\b|url\(\s*['"]?https?:/i);
    expect(subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
    expect(subject).toMatch(/[a-z]/);
    expect(subject).not.toMatch(/\b[A-Z]{2,} [A-Z]{2,}\b|[!?]{2,}|\$\$|^\s*(?:Re|RE|re|Fwd?|FW|fwd?):/);
    expect(headers["Auto-Submitted"]).toBe("auto-generated");
    const { "List-Unsubscribe": way, "List-Unsubscribe-Post": press } = headers;
    if (REPORTS.includes(kind)) {
      expect(way).toMatch(/^<https:\/\/flawless\.example\/api\/unsubscribe\/[\w-]+>$/);
      expect(press).toBe("List-Unsubscribe=One-Click");
    } else expect(way).toBeUndefined();
  });

  it.each(["first_report", "digest", "crawl_failing", "crawl_recovered"] as const)(
    "cuts a long site name in the subject of %s before its news",
    async (kind) => {
      const siteName = `${"Harbour ".repeat(20)}(harbour.example)`;
      const { digest } = samplePayloads.digest;
      const payload =
        kind === "digest"
          ? { ...samplePayloads.digest, digest: { ...digest, siteName } }
          : { ...samplePayloads[kind], siteName };
      const { subject } = await renderDelivery(kind, payload, { appUrl });
      expect(subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
      expect(subject).toMatch(/Har…(?:: \d+ new issues, \d+ gone|: your first report, \d+ issues| for 3 days| again)$/);
    },
  );

  it("would see a link that shows another address than its own", () => {
    expect(shownHost("harbour.example")).toBe("harbour.example");
    expect(shownHost("https://harbour.example/menu?x=1")).toBe("harbour.example");
    expect(shownHost("See the site")).toBeNull();
    expect(linksOf('<p><a style="x" href="https://evil.example/?a=1&amp;b=2"><b>harbour</b>.example</a></p>')).toEqual([
      { href: new URL("https://evil.example/?a=1&b=2"), text: "harbour .example" },
    ]);
  });
});
