import { describe, expect, it } from "vitest";
import { makeLink } from "#test/worker/crawl/fake/visit-samples.ts";
import { judgeAnswer } from "#worker/core/checks/links/judge/judge-answer.ts";
import { judgeContact } from "#worker/core/checks/links/judge/judge-contact.ts";
import { judgeMalformed } from "#worker/core/checks/links/judge/judge-malformed.ts";
import { verdictOf } from "#worker/core/checks/links/link-answer.ts";
import { linkFindings } from "#worker/core/checks/links/link-findings.ts";
import { LINK_RULES, LINK_RULES_VERSION } from "#worker/core/checks/links/link-rules.ts";
import { LINK_STATES } from "#worker/core/checks/links/link-verdict.ts";
import { soundsLikeNotFound } from "#worker/core/checks/links/sounds-like-not-found.ts";
import { hashOf } from "#worker/core/text/text-hash.ts";

const CONTACTS = "mailto:a@b.example mailto:a mailto: mailto:a@b@c tel:+49123 tel: tel:abc mailto:a@b.example,c@d".split(" ");
const MALFORMED = ["http://", "http://a b", "htp://a", "file:///a", "c:/a", "http://a/", "ftp://a"];
const SAYINGS = ["Page not found", "404", "Seite nicht gefunden", "Found: bread", "Error", "Nothing here"];

describe("LINK_RULES_VERSION", () => {
  it("equals that of the newest rule", () => {
    expect(Math.max(...Object.values(LINK_RULES).map(({ since }) => since))).toBe(LINK_RULES_VERSION);
  });

  // When this fails, links are judged otherwise than before: raise LINK_RULES_VERSION in link-rules.ts, make it the `since` of the rules that
  // are new or say more, then take the new value over.
  it("was raised with the last change of the verdicts", () => {
    const answers = Array.from({ length: 600 }, (_, status) => status).flatMap((status) =>
      [[], [301], [302]].map((hops) => {
        const finalUrl = hops.length > 0 ? "https://b.example/y" : "https://b.example/x";
        const { rule, state } = judgeAnswer({ url: "https://b.example/x", finalUrl, status, hops, headers: {} });
        return [status, rule, state];
      }),
    );
    const uses = ["a", "img", "script", "form", "link"].flatMap((element) =>
      LINK_STATES.map((state) => {
        const url = "http://mill.example/";
        const verdict = { url, state, rule: `links/${state}`, status: 200, reason: "", finalUrl: null };
        return linkFindings(verdict, [{ ...makeLink(url), element }], "https://b.example/").map(({ rule }) => rule);
      }),
    );
    const places = ["", "#a", "#b", "#top", "#/r"].map((place) => {
      const answer = {
        ...judgeAnswer({ url: "https://b.example/", finalUrl: "https://b.example/", status: 200, hops: [], headers: {} }),
      };
      return verdictOf(`https://b.example/${place}`, { ...answer, anchors: ["a"] }).rule;
    });
    const contacts = CONTACTS.map((target) => judgeContact(target).rule);
    const malformed = MALFORMED.map((target) => judgeMalformed(target)?.rule);
    const said = [LINK_RULES, answers, uses, places, contacts, malformed, SAYINGS.map(soundsLikeNotFound)];
    expect([LINK_RULES_VERSION, hashOf([JSON.stringify(said)])]).toMatchInlineSnapshot(`
      [
        7,
        "4946b606d3415290bbd02e2503147823",
      ]
    `);
  });
});
