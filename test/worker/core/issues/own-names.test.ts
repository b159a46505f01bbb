import { describe, expect, it } from "vitest";
import { type FindingLocation, isInDomain, isStatedName } from "#worker/core/issues/own-names.ts";

const location = (more: Partial<FindingLocation> = {}): FindingLocation => ({
  url: "https://bakery.example/menu",
  selector: "body > main > p",
  kind: "paragraph",
  block: "1",
  confidence: 0.62,
  ...more,
});

describe("isInDomain", () => {
  it.each([
    ["Flickr", "https://flickr.com/about"],
    ["Falcot", "https://www.falcot-corp.com/"],
    ["Falcot", "https://falcotcorp.co.uk/"],
    ["FalcotCorp", "https://falcot-corp.com/"],
    ["Zýngo", "https://shop.zyngo.example/"],
    ["zyng", "https://zyng.example/"],
  ])("finds %s in %s", (word, url) => {
    expect(isInDomain(word, [location({ url })])).toBe(true);
  });

  it.each([
    ["Falcot", "https://bakery.example/falcot"],
    ["Recieve", "https://receive.example/"],
    ["example", "https://bakery.example/"],
    ["Bak", "https://bak.example/"],
    ["zyng", "https://zyngoshop.example/"],
    ["Corpor", "https://incorporated.example/"],
    ["Наш", "https://bakery.example/"],
    ["Falcot", "http://127.0.0.1:8080/"],
  ])("does not find %s in %s", (word, url) => {
    expect(isInDomain(word, [location({ url })])).toBe(false);
  });
});

describe("isStatedName", () => {
  const title = (block: string) => location({ kind: "title", selector: "head > title", block });

  it.each<[string, string, FindingLocation[]]>([
    ["the name that a page's head states", "zyngo", [location({ kind: "name", confidence: 0.8 }), location()]],
    ["what two titles have", "Zyngo", [title("1"), title("2")]],
    ["what stands in an address", "Zyngo", [location({ selector: "#foot > address:nth-of-type(2) > a" })]],
    ["what stands right in an address", "Zyngo", [location({ selector: "body > address" })]],
  ])("accepts as a name %s", (_what, word, locations) => {
    expect(isStatedName(word, locations)).toBe(true);
  });

  it.each<[string, string, FindingLocation[]]>([
    ["what one title has on several pages", "Zyngo", [title("1"), title("1")]],
    ["a small word of two titles", "zyngo", [title("1"), title("2")]],
    ["what begins an address, as any word would", "Adress", [location({ selector: "body > address", confidence: 0.8 })]],
    ["a small word in an address", "stret", [location({ selector: "body > address" })]],
    ["what stands in prose", "Zyngo", [location(), location({ block: "2" })]],
    ["what stands in an element of another name", "Zyngo", [location({ selector: "body > x-address > p" })]],
    ["what stands nowhere", "Zyngo", []],
  ])("does not accept as a name %s", (_what, word, locations) => {
    expect(isStatedName(word, locations)).toBe(false);
  });
});
