import { describe, expect, it } from "vitest";
import { type PrintedReport, reportHtml } from "#worker/core/report/outside/report-html.ts";
import type { ExportedIssue } from "#worker/core/view/csv/issue-cells.ts";

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&</style>`;
const issue: ExportedIssue = {
  id: "i",
  siteId: "s",
  siteName: "Bakery",
  check: "spelling",
  rule: "spelling/unknown-word",
  severity: "error",
  confidence: 0.9,
  message: "“teh” is not a known word.",
  text: "teh",
  subject: "teh",
  suggestions: ["the"],
  excerpt: "We bake teh bread.",
  state: "open",
  url: "https://bakery.example/about",
  pageCount: 3,
  openedAt: new Date(0),
  fixedAt: null,
  assignee: "Ann Owner",
};
const report: PrintedReport = {
  siteName: "Harbour Bakery",
  startUrl: "https://bakery.example/",
  timeZone: "Europe/Vienna",
  madeAt: new Date("2026-11-21T12:00:00Z"),
  pagesRead: 22,
  readAt: new Date("2026-11-21T05:12:00Z"),
  quality: { score: 93, sentences: ["1.5 mistakes per 1,000 words cost 4 points."] },
  notChecked: ["We did not visit 12 pages because of the page limit."],
  total: 5,
  checks: [
    { check: "spelling", count: 4 },
    { check: "links", count: 1 },
  ],
  issues: [
    issue,
    { ...issue, id: "l", check: "links", text: "https://gone.example/x", excerpt: "our partner", suggestions: [] },
  ],
  brand: { name: "Studio North", logo: "data:image/png;base64,iVBORw0KGgo=" },
};

describe("reportHtml", () => {
  it("shows the sender, the site, the figures and each issue in its sentence", () => {
    const html = reportHtml(report);
    for (const expected of [
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt=""><span>Studio North</span>',
      "Report of 21 Nov 2026, 13:00",
      "<h1>Harbour Bakery</h1>",
      "<strong>5 issues</strong>",
      "<strong>93</strong> of 100",
      "22 pages read on 21 Nov 2026, 06:12",
      "4 spelling mistakes, 1 link issue.",
      "We did not visit 12 pages",
      "<h2>Spelling <span>4</span></h2>",
      'We bake <mark>teh</mark> bread. <span class="better">→ the</span>',
      "/about and 2 more pages",
      '“our partner” <span class="target">gone.example/x</span>',
      "and 3 more issues.",
    ])
      expect(html).toContain(expected);
  });

  it("names no person, and shows our name where the team chose none", () => {
    expect(reportHtml(report)).not.toContain("Ann Owner");
    expect(reportHtml({ ...report, brand: null })).toContain('<p class="sender">Flawless</p>');
  });

  it("escapes all that comes from the site or the team", () => {
    const evil = { ...issue, message: HOSTILE, text: HOSTILE, excerpt: HOSTILE, suggestions: [HOSTILE], url: HOSTILE };
    const html = reportHtml({
      ...report,
      siteName: HOSTILE,
      startUrl: HOSTILE,
      notChecked: [HOSTILE],
      quality: { score: 1, sentences: [HOSTILE] },
      issues: [evil, { ...evil, check: "links" }],
      brand: { name: HOSTILE, logo: HOSTILE },
    });
    expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>"/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("default-src &#39;none&#39;");
  });
});
