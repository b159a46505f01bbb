import { describe, expect, it } from "vitest";
import { isProvenSite } from "#worker/core/ownership/is-proven.ts";
import { findProofRecord, findProofTag, isProofFile, proofHosts, proofRecord, proofTag } from "#worker/core/ownership/proof.ts";

const TOKEN = "3f6c0c5c5a0e4a54b0c3f3b8f0f7f0aa";

describe("findProofTag", () => {
  it.each([
    ["as it is given", `<!doctype html><html><head><title>x</title>${proofTag(TOKEN)}</head><body></body>`],
    ["with other quotes, order and case", `<META CONTENT='${TOKEN}' NAME=Flawless-Proof><p>x`],
    ["beside another's", `<head>${proofTag("other")}${proofTag(TOKEN)}</head>`],
    ["with spaces around the code", `<meta name=" flawless-proof " content=" ${TOKEN} ">`],
  ])("finds the tag %s", (_, html) => {
    expect(findProofTag(html, TOKEN)).toBe("found");
  });

  it.each([
    ["another code", `<head>${proofTag("other")}</head>`, "other"],
    ["no tag", "<head><title>flawless-proof</title></head>", "none"],
    ["a tag in a comment", `<head><!-- ${proofTag(TOKEN)} --></head>`, "none"],
    ["a tag in a script", `<head><script>"${proofTag(TOKEN)}"</script></head>`, "none"],
    ["a tag that a visitor wrote into the page", `<head></head><body><p>Hi ${proofTag(TOKEN)}</p></body>`, "none"],
    ["a tag that is shown as text", `<body>${proofTag(TOKEN).replaceAll("<", "&lt;")}</body>`, "none"],
    ["no page", "", "none"],
  ])("does not accept %s", (_, html, expected) => {
    expect(findProofTag(html, TOKEN)).toBe(expected);
  });
});

describe("isProofFile", () => {
  it.each([[TOKEN], [`${TOKEN}\r\n`], [`\uFEFF${TOKEN}`], [`# ours\n  ${TOKEN}\n`]])("accepts %j", (text) => {
    expect(isProofFile(text, TOKEN)).toBe(true);
  });
  it.each([[""], ["other"], [`<p>${TOKEN}</p>`], [`${TOKEN}0`]])("does not accept %j", (text) => {
    expect(isProofFile(text, TOKEN)).toBe(false);
  });
});

describe("findProofRecord", () => {
  it("finds the record among others, even in several strings", () => {
    expect(findProofRecord([["v=spf1 -all"], [proofRecord(TOKEN)]], TOKEN)).toBe("found");
    expect(findProofRecord([["flawless-", `proof=${TOKEN}`]], TOKEN)).toBe("found");
  });
  it("separates another token from none", () => {
    expect(findProofRecord([["flawless-proof=other"]], TOKEN)).toBe("other");
    expect(findProofRecord([[TOKEN], ["v=spf1 -all"]], TOKEN)).toBe("none");
  });
  it("returns the host, and the host without www", () => {
    expect(proofHosts("https://www.bakery.example/en/")).toEqual(["www.bakery.example", "bakery.example"]);
    expect(proofHosts("https://ann.sites.example/")).toEqual(["ann.sites.example"]);
  });
});

describe("isProvenSite", () => {
  it("accepts the owner's proof, and hosts that the operator allows", () => {
    const unproven = { startUrl: "http://127.0.0.1:8080/", provenAt: null };
    expect(isProvenSite(unproven, [])).toBe(false);
    expect(isProvenSite(unproven, ["127.0.0.1:8080"])).toBe(true);
    expect(isProvenSite(unproven, ["127.0.0.1:9090"])).toBe(false);
    expect(isProvenSite({ startUrl: "https://bakery.example/", provenAt: new Date() }, [])).toBe(true);
  });
});
