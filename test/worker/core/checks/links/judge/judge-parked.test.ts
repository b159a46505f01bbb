import { describe, expect, it } from "vitest";
import { judgeParked } from "#worker/core/checks/links/judge/judge-parked.ts";
import { workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import { readTarget } from "#worker/core/checks/links/read-target.ts";

const html = (title: string, body = "", head = "") =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
/** The rule for a link to an address that ends at another (null: the same) and shows this page. */
function ruleOf(address: string, finalUrl: string | null, page: string) {
  const reading = readTarget(page, { url: finalUrl ?? address, withAnchors: false });
  return judgeParked(address, { ...workingAnswer({ finalUrl }), ...reading }).rule;
}

const DEEP = "https://www.partner.example/prices";
const PROSE = `<p>${"We bake bread in a small village and sell it on the market. ".repeat(40)}</p>`;

describe("judgeParked", () => {
  it.each<[string, string, string | null, string]>([
    ["says so and names the domain", DEEP, null, html("partner.example is for sale")],
    [
      "says so in a short text",
      DEEP,
      null,
      html("partner.example", "<h1>partner.example</h1><p>This domain may be for sale!</p>"),
    ],
    ["says so in German", DEEP, null, html("partner.example", "<p>Diese Domain steht zum Verkauf.</p>")],
    ["says so in Spanish", DEEP, null, html("partner.example", "<p>Este dominio está en venta</p>")],
    ["says so in Polish", DEEP, null, html("Domena partner.example jest na sprzedaż")],
    ["was led to a seller", DEEP, "https://www.hugedomains.com/domain_profile.cfm?d=partner.example", html("Buy it")],
    ["was led to a seller's front page", DEEP, "https://sedo.com/", html("Sedo")],
    ["front page was led to a seller", "https://partner.example/", "https://dan.com/buy-domain/partner.example", html("Dan")],
    [
      "runs a program of a service",
      DEEP,
      null,
      html("", "", '<script src="https://www.google.com/adsense/domains/caf.js"></script>'),
    ],
    ["runs such a program in the page", DEEP, null, html("partner.example", "<script>load('//c.parkingcrew.net/x')</script>")],
    ["has a service's mark", DEEP, null, '<html data-adblockkey="MFww"><title>partner.example</title><body></body></html>'],
    ["led away to an offer", DEEP, "https://other.example/", html("This domain is for sale", PROSE)],
    ["has expired", DEEP, null, html("partner.example", "<p>This domain partner.example has expired.</p>")],
  ])("knows a domain that %s", (_, address, finalUrl, page) => {
    expect(ruleOf(address, finalUrl, page)).toBe("links/parked");
  });

  it.each<[string, string, string | null, string]>([
    ["an offer alone", DEEP, null, html("This domain is for sale", PROSE)],
    ["a seller's page alone", "https://partner.example/", "https://sedo.com/", html("Sedo", PROSE)],
  ])("is less sure of %s", (_, address, finalUrl, page) => {
    expect(ruleOf(address, finalUrl, page)).toBe("links/maybe-parked");
  });

  it.each<[string, string, string | null, string]>([
    ["a company with a new name", DEEP, "https://new-name.example/", html("New Name – formerly Partner", PROSE)],
    ["a new name that says where visitors come from", DEEP, "https://new.example/?from=partner.example", html("New", PROSE)],
    ["a page with its domain as title", DEEP, null, html("partner.example", PROSE)],
    ["a link to a seller itself", "https://sedo.com/search/details/?domain=a.example", null, html("a.example is for sale")],
    [
      "a seller of other domains",
      "https://broker.example/d/a",
      null,
      html("acme.example is for sale", "<h1>acme.example is for sale</h1>"),
    ],
    ["an article about it", DEEP, null, html("How to buy a domain", `${PROSE}<p>This domain is for sale, it said.</p>`)],
    [
      "an article that links to a seller",
      DEEP,
      null,
      html("Selling domains", `${PROSE}<a href="https://sedoparking.com/">Sedo</a>`),
    ],
    ["a vineyard", DEEP, null, html("Domaine à vendre en Provence", "<p>Ce beau domaine viticole est à vendre.</p>")],
    ["a domain in mathematics", DEEP, null, html("The domain of a function", "<p>The domain is the set of inputs.</p>")],
    ["a parked car", DEEP, null, html("Where is my car parked?", "<p>It is parked outside.</p>")],
    ["an empty page", DEEP, null, html("")],
  ])("leaves %s alone", (_, address, finalUrl, page) => {
    expect(ruleOf(address, finalUrl, page)).toBeNull();
  });

  it("keeps what it says of a broken answer", () => {
    const gone = { ...workingAnswer({ finalUrl: "https://sedo.com/" }), state: "broken", rule: "links/not-found" } as const;
    expect(judgeParked(DEEP, gone)).toBe(gone);
  });

  it("takes time in proportion to a page", () => {
    const reading = (page: string) => {
      const before = process.cpuUsage().user;
      for (let times = 0; times < 5; times += 1) readTarget(page, { url: DEEP, withAnchors: false });
      return process.cpuUsage().user - before;
    };
    for (const part of ["<script ", "this domain ", "a.", "<", "domain (".repeat(3)]) {
      const [short, long] = [part.repeat(10_000 / part.length), part.repeat(140_000 / part.length)];
      reading(short);
      expect(reading(long)).toBeLessThan(40 * reading(short) + 200_000);
    }
  });
});
