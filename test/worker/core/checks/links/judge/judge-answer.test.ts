import { describe, expect, it } from "vitest";
import { type HttpAnswer, judgeAnswer } from "#worker/core/checks/links/judge/judge-answer.ts";
import { judgeFailure } from "#worker/core/checks/links/judge/judge-failure.ts";
import type { PageFailureCode } from "#worker/core/page/page-failure.ts";

const URL = "https://site.example/a";
const NEW = "https://site.example/b";
const judge = (fields: Partial<HttpAnswer>) =>
  judgeAnswer({ url: URL, finalUrl: URL, status: 200, hops: [], headers: {}, ...fields });

describe("judgeAnswer", () => {
  it.each([200, 201, 202, 203, 204, 206, 300, 301, 304])("accepts %i", (status) => {
    expect(judge({ status })).toMatchObject({ state: "ok", rule: null, reason: "", finalUrl: null });
  });

  it.each([
    [404, "links/not-found"],
    [410, "links/not-found"],
    [500, "links/server-error"],
    [501, "links/server-error"],
    [502, "links/server-error"],
    [503, "links/server-error"],
    [504, "links/server-error"],
    [522, "links/server-error"],
  ])("calls %i broken: %s", (status, rule) => {
    expect(judge({ status })).toMatchObject({ state: "broken", rule, status });
  });

  it.each([400, 401, 402, 403, 405, 406, 407, 408, 409, 418, 421, 425, 429, 430, 451, 498, 499, 600, 999])(
    "leaves %i undecided",
    (status) => {
      expect(judge({ status })).toMatchObject({ state: "unknown", rule: "links/unknown", status });
    },
  );

  it.each([
    [503, { "retry-after": "120" }],
    [403, { "cf-mitigated": "challenge" }],
    [503, { "cf-mitigated": "challenge" }],
    [202, { "x-amzn-waf-action": "challenge" }],
    [500, { "x-datadome": "protected" }],
  ])("leaves %i with %j undecided", (status, headers) => {
    expect(judge({ status, headers })).toMatchObject({ state: "unknown" });
  });

  it("trusts 200 and 404 from behind a bot wall", () => {
    expect(judge({ status: 200, headers: { "x-datadome": "protected" } })).toMatchObject({ state: "ok" });
    expect(judge({ status: 404, headers: { "x-datadome": "protected" } })).toMatchObject({ state: "broken" });
  });

  it.each([[[301]], [[308]], [[301, 308, 301]]])("calls an address moved after %j", (hops) => {
    expect(judge({ hops, finalUrl: NEW })).toMatchObject({ state: "moved", rule: "links/moved", finalUrl: NEW });
  });

  it.each([[[302]], [[303]], [[307]], [[301, 302]], [[307, 308]]])("does not call an address moved after %j", (hops) => {
    expect(judge({ hops, finalUrl: NEW })).toMatchObject({ state: "ok", finalUrl: NEW });
  });

  it("does not call an address moved that redirects to itself, or to a missing page", () => {
    expect(judge({ hops: [301, 301] })).toMatchObject({ state: "ok" });
    expect(judge({ hops: [301], finalUrl: NEW, status: 404 })).toMatchObject({ state: "broken", rule: "links/not-found" });
  });
});

describe("judgeFailure", () => {
  const ruleOf = (code: PageFailureCode, cause: string | null) => judgeFailure({ code, message: "Why." }, cause).rule;

  it.each([
    ["dns", "ENOTFOUND", "links/domain-not-found"],
    ["dns", "ENODATA", "links/domain-not-found"],
    ["dns", "ESERVFAIL", "links/unreachable"],
    ["tls", "CERT_HAS_EXPIRED", "links/certificate"],
    ["tls", "ERR_TLS_CERT_ALTNAME_INVALID", "links/certificate"],
    ["tls", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "links/certificate-chain"],
    ["redirect-loop", null, "links/redirect-loop"],
    ["refused", "ECONNREFUSED", "links/unreachable"],
    ["connection", "ECONNRESET", "links/unreachable"],
    ["timeout", "TIMEOUT", "links/unreachable"],
    ["tls", "ERR_SSL_WRONG_VERSION_NUMBER", "links/unreachable"],
  ] as const)("calls %s (%s) broken: %s", (code, cause, rule) => {
    expect(ruleOf(code, cause)).toBe(rule);
  });

  it.each([
    ["private-address", "PRIVATE_ADDRESS"],
    ["http-error", null],
    ["dns", "EAI_AGAIN"],
    ["connection", "ENETUNREACH"],
    ["connection", "UND_ERR_HEADERS_OVERFLOW"],
    ["tls", "EPROTO"],
    ["tls", "ERR_SSL_DH_KEY_TOO_SMALL"],
    ["internal", null],
  ] as const)("leaves %s (%s) undecided", (code, cause) => {
    expect(ruleOf(code, cause)).toBe("links/unknown");
  });

  it("keeps the failure's message as the reason", () => {
    expect(judgeFailure({ code: "timeout", message: "It was slow." }, "TIMEOUT")).toMatchObject({
      reason: "It was slow.",
      status: null,
    });
  });
});
