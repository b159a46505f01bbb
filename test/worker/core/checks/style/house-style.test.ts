import { describe, expect, it } from "vitest";
import { createHouseStyle } from "#worker/core/checks/style/house-style.ts";
import type { HouseRule } from "#worker/core/house-style/house-rule.ts";
import type { BlockKind } from "#worker/core/page/block.ts";
import { makeRule } from "./house-rules.ts";

const PAGE = "https://bakery.example/about";
const avoid = (term: string, replacement = "", fields: Partial<HouseRule> = {}) =>
  makeRule("avoid", term, { replacement, ...fields });
const name = (term: string) => makeRule("name", term);

function findingsIn(text: string, rules: HouseRule[], { kind = "paragraph" as BlockKind, url = PAGE } = {}) {
  const style = createHouseStyle(rules);
  return style.findings(url, text, style.match({ kind, text }));
}
/** "found → suggestions" for each Finding. */
const said = (text: string, rules: HouseRule[], where: { kind?: BlockKind; url?: string } = {}) =>
  findingsIn(text, rules, where).map(({ text: found, suggestions }) => `${found} → ${suggestions.join(" or ")}`);

describe("a word to avoid", () => {
  const utilise = avoid("utilise", "use");

  it.each<[text: string, expected: string[]]>([
    ["We utilise it.", ["utilise → use"]],
    ["She utilises it, they utilised it, by utilising it.", ["utilises → uses", "utilised → used", "utilising → using"]],
    ["Utilise it. Then: Utilised! “Utilises”", ["Utilise → Use", "Utilised → Used", "Utilises → Uses"]],
    ["Please UTILISE it.", ["UTILISE → USE"]],
    ["We re-utilise it", ["utilise → use"]],
    ["utilise", ["utilise → use"]],
    ["We uti\u00ADlise it", ["uti\u00ADlise → use"]],
  ])("is found: %s", (text, expected) => expect(said(text, [utilise])).toEqual(expected));

  it.each([
    "We met the people of Utilise in London.",
    "utilisesque, preutilise, utilise_this, #utilise, utilise@example.com, https://utilise.example/utilise/, www.utilise.org",
    "We use it.",
    "",
    "\uFFFC",
  ])("is left alone: %s", (text) => expect(said(text, [utilise])).toEqual([]));

  it("has capitals of a title's own accord in titles and buttons", () => {
    expect(said("How We Utilise It", [utilise], { kind: "heading" })).toEqual(["Utilise → Use"]);
    expect(said("How We Utilise It", [utilise])).toEqual([]);
  });

  it("is no other word that is written the same but for capitals", () => {
    expect(said("Sales in the US rose. US sales, too. Tell us.", [avoid("us", "the team")])).toEqual(["us → the team"]);
    expect(said("We US and us", [avoid("US", "United States")])).toEqual(["US → United States"]);
  });

  it("inflects what to write instead, also irregular verbs and phrases", () => {
    expect(said("It was purchased; he purchases.", [avoid("purchase", "buy")])).toEqual([
      "purchased → bought",
      "purchases → buys",
    ]);
    expect(said("It commenced.", [avoid("commence", "begin")])).toEqual(["commenced → began or begun"]);
    expect(said("She makes use of it, made use of it.", [avoid("make use of", "use")])).toEqual([
      "makes use of → uses",
      "made use of → used",
    ]);
    expect(said("We utilised it.", [avoid("utilise", "make use of")])).toEqual(["utilised → made use of"]);
    expect(said("Our chairmen and a chairman.", [avoid("chairman", "chair")])).toEqual([
      "chairmen → chairs",
      "chairman → chair",
    ]);
    expect(said("We stopped, planning and committing.", [avoid("stop"), avoid("plan"), avoid("commit")])).toHaveLength(3);
  });

  it("is found only as it is written where its forms are not wanted", () => {
    expect(said("We utilise and utilised.", [avoid("utilise", "use", { forms: false })])).toEqual(["utilise → use"]);
  });

  it("is found with straight and curly quotes, and not inside a contraction", () => {
    expect(said("We don’t and don't.", [avoid("don't", "do not")])).toEqual(["don’t → do not", "don't → do not"]);
    expect(said("The don can’t, don't.", [avoid("don", "boss")])).toEqual(["don → boss"]);
    expect(said("The don’s car; l’usage de l'eau", [avoid("don", "boss"), avoid("usage", "emploi")])).toEqual([
      "don → boss",
      "usage → emploi",
    ]);
    expect(said("Use the mail, not e-mail.", [avoid("mail", "post")])).toEqual(["mail → post"]);
  });

  it("is found in any script", () => {
    expect(said("我的电话号码", [avoid("电话", "手机")])).toEqual(["电话 → 手机"]);
    expect(said("Это ПЛОХОЕ слово. Плохое", [avoid("плохое", "хорошее")])).toEqual(["ПЛОХОЕ → ХОРОШЕЕ", "Плохое → Хорошее"]);
    expect(said("Caf\u0065\u0301 für alle", [avoid("café", "bar")])).toEqual(["Caf\u0065\u0301 → Bar"]);
    expect(said("𝒳 and 😀 now", [avoid("😀", ":)")])).toEqual(["😀 → :)"]);
  });

  it("may be a phrase, in any letter case, over signs and spaces", () => {
    expect(said("Click Here, or click  here!", [avoid("click here", "say what it opens")])).toEqual([
      "Click Here → Say what it opens",
      "click  here → say what it opens",
    ]);
    expect(said("C++ and C# but not C.", [avoid("C++", "Rust"), avoid("C#", "Go")])).toEqual(["C++ → Rust", "C# → Go"]);
  });

  it("may be a telephone number, however its digits are grouped", () => {
    const old = [avoid("01234 567890")];
    expect(said("Call (01234) 567-890, 01234567890 or 01234 567 890.", old)).toHaveLength(3);
    expect(said("Call 012345678901, 5501234567890 or 01234 56789.", old)).toEqual([]);
  });

  it("may be an old address or domain", () => {
    expect(said("See https://old.example/help or mail me@old.example.", [avoid("old.example")])).toHaveLength(2);
  });

  it("says what to do in one sentence", () => {
    const [finding] = findingsIn("We utilised it.", [utilise]);
    expect(finding).toMatchObject({
      check: "style",
      rule: "style/avoid",
      severity: "warning",
      confidence: 1,
      message: "Your house style is “used”, not “utilised”.",
      excerpt: "We utilised it.",
      range: { start: 3, end: 11 },
      subject: "avoid\tutilise\tutilised",
    });
    expect(findingsIn("Call 01234 567890", [avoid("01234 567890")])[0]?.message).toBe(
      "Your house style does not allow “01234 567890”. Remove it or write something else.",
    );
  });
});

describe("a fixed spelling", () => {
  it.each<[name: string, text: string, found: string[]]>([
    [
      "WordPress",
      "Wordpress, wordpress, WORDPRESS, Word Press, word-press and Wordpress’s",
      ["Wordpress", "wordpress", "WORDPRESS", "Word Press", "word-press", "Wordpress"],
    ],
    ["WordPress", "WordPress, WordPress’s, WordPress-based; wordpress.com, #wordpress; the word press", []],
    ["WordPress", "WORDPRESS HOSTING", []],
    ["Node.js", "NodeJS, node.js, Node JS", ["NodeJS", "node.js"]],
    ["Node.js", "Node.js, https://nodejs.org", []],
    ["McDonald's", "Mcdonald’s or McDonald’s", ["Mcdonald’s"]],
    ["Café Müller", "café müller, Café Müller, Cafe Muller", ["café müller"]],
    ["iPhone", "IPhone, Iphone, iPhone", ["IPhone", "Iphone"]],
    ["e-mail", "email, E-mail, e-mail", ["email", "E-mail"]],
  ])("%s in: %s", (term, text, found) => {
    expect(findingsIn(text, [name(term)]).map((finding) => finding.text)).toEqual(found);
    for (const { suggestions } of findingsIn(text, [name(term)])) expect(suggestions).toEqual([term]);
  });

  it("shields the words in it", () => {
    expect(said("The Free Press and the press", [name("Free Press"), avoid("press", "media")])).toEqual(["press → media"]);
    const both = avoid("WordPress and Drupal", "our systems");
    expect(said("WordPress and Drupal", [name("WordPress"), name("Drupal"), both])).toEqual([
      "WordPress and Drupal → our systems",
    ]);
  });
});

describe("a text that pages must have", () => {
  const legal = makeRule("require", "Registered in England, no. 01234567");
  const lacks = (rules: HouseRule[], text: string, url = PAGE) => {
    const style = createHouseStyle(rules);
    return style.missing({ url, title: "About us" }, style.match({ kind: "paragraph", text }));
  };

  it("is missing where no text of the page has it, in any case and with any spaces", () => {
    expect(lacks([legal], "© Us. REGISTERED IN ENGLAND, No. 01234567.")).toEqual([]);
    expect(lacks([legal], "Registered in England.")).toHaveLength(1);
    expect(lacks([legal], "")[0]?.finding).toMatchObject({
      rule: "style/require",
      text: "Missing text",
      suggestions: [legal.term],
      excerpt: "About us",
    });
  });

  it("may be for some pages only, and not for others", () => {
    const some = { ...legal, pages: ["/shop/*", "/legal"], exceptPages: ["/shop/cart"] };
    expect(lacks([some], "", "https://bakery.example/shop/bread")).toHaveLength(1);
    expect(lacks([some], "", "https://bakery.example/legal")).toHaveLength(1);
    expect(lacks([some], "", "https://bakery.example/shop/cart")).toEqual([]);
    expect(lacks([some], "", "https://bakery.example/about")).toEqual([]);
  });
});

describe("several rules", () => {
  it("that overlap say one thing: the one that begins first, then the longest, of those for the page", () => {
    const rules = [
      avoid("click", "choose"),
      avoid("click here", "say what", { exceptPages: ["/old/*"] }),
      avoid("here now", "now"),
    ];
    expect(said("Please click here now.", rules)).toEqual(["click here → say what"]);
    expect(said("Please click here now.", rules, { url: "https://bakery.example/old/1" })).toEqual([
      "click → choose",
      "here now → now",
    ]);
  });

  it("have a version that changes with any of them, and not with their order", () => {
    const versionOf = (...rules: HouseRule[]) => createHouseStyle(rules).version;
    const [one, other] = [avoid("utilise", "use"), name("WordPress")];
    expect(versionOf()).toBeNull();
    expect(versionOf(one, other)).toBe(versionOf(other, one));
    const changed = [
      { ...one, replacement: "apply" },
      { ...one, exceptPages: ["/x"] },
      { ...one, forms: false },
      { ...one, kind: "name" as const },
    ];
    expect(new Set([one, ...changed].map((rule) => versionOf(rule))).size).toBe(5);
  });

  it("know their Issues by the subject", () => {
    const style = createHouseStyle([avoid("utilise", "use")]);
    expect(style.isInForce("avoid\tutilise\tutilised")).toBe(true);
    expect(style.isInForce("avoid\tpurchase\tpurchased")).toBe(false);
    expect(style.isInForce("name\tutilise\tutilise")).toBe(false);
  });
});
