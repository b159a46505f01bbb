import { describe, expect, it } from "vitest";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { suspectResolver } from "#worker/http/links/suspect-resolver.ts";

const works = (url: string): LinkVerdict => ({ url, state: "ok", rule: null, status: 200, reason: "", finalUrl: null });
const absent = (url: string, finalUrl: string | null = null): LinkVerdict => ({
  url,
  state: "broken",
  rule: "links/domain-not-found",
  status: null,
  reason: "The domain does not exist.",
  finalUrl,
});
const isOwn = (url: string) => url.startsWith("https://own.example/");

function settle(...verdicts: LinkVerdict[]): LinkVerdict[] {
  const given: LinkVerdict[] = [];
  const doubt = suspectResolver((verdict) => given.push(verdict), isOwn);
  for (const verdict of verdicts) doubt.take(verdict);
  doubt.settle();
  return given;
}

const domains = (count: number) => Array.from({ length: count }, (_, index) => absent(`https://d${index}.example/`));

describe("doubtLookups", () => {
  it("believes that a few domains do not exist", () => {
    expect(settle(...domains(4))).toEqual(domains(4));
    expect(settle(absent("https://d.example/1"), absent("https://d.example/2"), ...domains(3))).toHaveLength(5);
  });

  it("cannot tell when no outside domain seems to exist", () => {
    const given = settle(...domains(5), works("https://own.example/page"), works("http://127.0.0.1:8080/"));
    expect(given.filter(({ state }) => state === "unknown")).toHaveLength(5);
    expect(given.some(({ state }) => state === "broken")).toBe(false);
  });

  it("holds nothing back any more once an outside domain answered", () => {
    const given: string[] = [];
    const doubt = suspectResolver(({ url }) => given.push(url), isOwn);
    doubt.take(absent("https://one.example/"));
    expect(given).toEqual([]);
    doubt.take(works("https://there.example/"));
    doubt.take(absent("https://two.example/"));
    expect(given.sort()).toEqual(["https://one.example/", "https://there.example/", "https://two.example/"]);
    doubt.settle();
    expect(given).toHaveLength(3);
  });

  it("believes any number of them as soon as one outside domain answered, even one that leads to nowhere", () => {
    expect(settle(...domains(9), works("https://there.example/")).filter(({ state }) => state === "broken")).toHaveLength(9);
    const leads = absent("https://there.example/", "https://nowhere.example/");
    expect(settle(...domains(9), leads)).toEqual([...domains(9), leads]);
  });
});
