import { describe, expect, it } from "vitest";
import { checkContent } from "#worker/core/checks/content/check-content.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { type BlockKind, OBJECT_PLACEHOLDER } from "#worker/core/page/block.ts";

/** Written apart, or it looks like a slip of the test itself. */
const OPEN = "$" + "{";

type Case = [text: string, found: string, rule: string, kind?: BlockKind];

const FLAGS: Case[] = [
  ["Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.", "Lorem ipsum dolor", "placeholder-text"],
  ["Lorem ipsum", "Lorem ipsum", "placeholder-text", "heading"],
  ["Our story. Duis aute irure dolor in reprehenderit in voluptate velit esse.", "Duis aute irure", "placeholder-text"],
  ["Your text here", "Your text here", "placeholder-text"],
  ["Enter your text here.", "Enter your text here.", "placeholder-text"],
  ["Nulla facilisi. Pellentesque habitant morbi senectus et malesuada fames.", "facilisi", "placeholder-text"],
  ['[contact-form-7 id="12" title="Contact"]', '[contact-form-7 id="12" title="Contact"]', "template-variable"],
  ["Our team [/vc_column_text]", "[/vc_column_text]", "template-variable"],
  ["<strong>Now</strong> open on Sundays", "<strong>Now</strong>", "visible-tag"],
  ["Bread<br>and butter", "<br>", "visible-tag"],
  ["Insert text here…", "Insert text here…", "placeholder-text", "heading"],
  [
    "I'm a paragraph. Click here to add your own text and edit me.",
    "I'm a paragraph. Click here to add your own text and edit me.",
    "placeholder-text",
  ],
  ["Hier steht Ihr Text", "Hier steht Ihr Text", "placeholder-text"],
  [
    "Welcome to WordPress. This is your first post. Edit or delete it, then start writing!",
    "Welcome to WordPress. This is your first post. Edit or delete it, then start writing!",
    "placeholder-text",
  ],
  ["TODO: describe the bakery", "TODO", "note-to-self"],
  ["Opening hours [TODO]", "TODO", "note-to-self"],
  ["TODO add prices", "TODO", "note-to-self", "cell"],
  ["FIXME", "FIXME", "note-to-self"],
  ["Todo: write about the team", "Todo", "note-to-self"],
  ["Call us: xxx-xxx-xxxx", "xxx-xxx-xxxx", "placeholder-text"],
  ["Phone: (555) 555-5555", "(555) 555-5555", "placeholder-text"],
  ["123-456-7890", "123-456-7890", "placeholder-text", "cell"],
  ["Ring us on 01234 567890 for a table.", "01234 567890", "placeholder-text"],
  ["Eaque iusto cupiditate et totam. Sunt molestiae ipsum at vero, cumque nesciunt.", "cupiditate", "placeholder-text"],
  ["Hello {{name}}, welcome back", "{{name}}", "template-variable"],
  ["{{ page.title }}", "{{ page.title }}", "template-variable", "title"],
  [`Dear ${OPEN}firstName}, thank you for your order.`, `${OPEN}firstName}`, "template-variable"],
  ["Dear *|FNAME|*, our bread is back", "*|FNAME|*", "template-variable"],
  ["Hello %s, you are signed in", "%s", "template-variable"],
  ["Showing %1$s to %2$s", "%1$s", "template-variable"],
  ["{% if page.open %} Open today", "{% if page.open %}", "template-variable"],
  ["[Company Name] was founded in 1998 by two friends.", "[Company Name]", "blank"],
  ["We are open on [insert opening days] from nine.", "[insert opening days]", "blank"],
  ["undefined", "undefined", "program-value", "heading"],
  ["undefined | Harbour Bakery", "undefined", "program-value", "title"],
  ["Welcome back, undefined!", "undefined", "program-value"],
  ["Hello null, your order is ready.", "null", "program-value"],
  ["The price is undefined.", "undefined", "program-value"],
  ["Our rooms cost from NaN.", "NaN", "program-value"],
  ["A table for undefined", "undefined", "program-value", "heading"],
  ["$NaN", "NaN", "program-value"],
  ["Save NaN% today", "NaN", "program-value"],
  ["by undefined undefined", "undefined undefined", "program-value"],
  ["Price: [object Object]", "[object Object]", "program-value"],
  ["Posted on Invalid Date", "Invalid Date", "program-value"],
  ["null", "null", "program-value", "alt"],
  ["We donâ€™t deliver on Sundays", "donâ€™t", "garbled-characters"],
  ["The cafÃ© opens at nine", "cafÃ©", "garbled-characters"],
  ["Ihre BÃ¤ckerei in MÃ¼nchen", "BÃ¤ckerei", "garbled-characters"],
  ["It was Ã¢â‚¬Å“freshÃ¢â‚¬Â today", "Ã¢â‚¬Å“freshÃ¢â‚¬Â", "garbled-characters"],
  ["The caf\uFFFD opens at nine", "caf\uFFFD", "lost-character"],
  ["Terms &amp; conditions", "&amp;", "entity-as-text"],
  ["Bread&nbsp;and butter", "&nbsp;", "entity-as-text", "button"],
  ["It&#39;s fresh", "&#39;", "entity-as-text"],
  ["Untitled Document", "Untitled Document", "default-title", "title"],
  ["Home | My Site 1", "Home | My Site 1", "default-title", "title"],
  ["Create Next App", "Create Next App", "default-title", "title"],
  ["Sample Page – Harbour Bakery", "Sample Page – Harbour Bakery", "default-title", "title"],
];

/** Texts that owners write on purpose, so that nothing may be reported. */
const LEAVES_ALONE: [text: string, kind?: BlockKind][] = [
  ["Lorem ipsum is dummy text that the printing trade has used since the 1500s."],
  ["The word “lorem ipsum dolor sit amet” comes from Cicero’s Latin, a filler of printers."],
  ["A text here and there would help the reader."],
  ["You can put your text here and see it on the poster."],
  ["Type your text here", "placeholder"],
  ["123-456-7890", "placeholder"],
  ["Write your number as in 123-456-7890, for example."],
  ["Order 555-555-5555 has left the house."],
  ["Call us on 555-0123 or 020 7946 0958."],
  ["Things todo: see the castle."],
  ["To do: see the castle, walk the walls."],
  ["Insert text here", "button"],
  ["Your text here", "label"],
  ["A TODO list for busy bakers"],
  ["TODO apps are what everybody writes first."],
  ["TodoMVC: one app in many frameworks", "title"],
  ["Put “TODO” where something is missing."],
  ["Search for TODO comments before the release."],
  ["Todo el mundo lo sabe."],
  ["The end of the story is left undefined."],
  ["Hello nullary world, it is undefined what comes next."],
  ["Use {{ name }} in a template to print the variable."],
  ["Mustache tags such as {{name}} are replaced when the page is rendered."],
  [`The shell expands ${OPEN}HOME} to the path of your home folder, a variable.`],
  ["A format string with %s takes a string."],
  ["Sales rose by 100% since 2019, and 5 %s more would do."],
  ["Save 20% now, 30% soon"],
  ["50%s"],
  ["The set {a, b} and the set {1, 2}"],
  ["Replace [Company Name] in this template with your own name."],
  ["The letter should say: [Your Name] in square brackets."],
  ["[Your Name]", "placeholder"],
  ["“We bake [our] own bread,” she said."],
  ["git commit [options] [path]"],
  ["Division by zero is undefined."],
  ["In JavaScript a missing property gives undefined."],
  ["The function returns null when nothing is found."],
  ["undefined", "cell"],
  ["null", "list-item"],
  ["Christopher Null", "heading"],
  ["Dear Mr Null, thank you."],
  ["Welcome back, Null!"],
  ["NaN is a number that is none."],
  ["Grandma Nan’s kitchen", "title"],
  ["Nan 5 stars"],
  ["The alert says “[object Object]” when you join an object to a string."],
  ["null und nichtig"],
  ["Das Ergebnis ist null."],
  ["The legal term is null and void."],
  ["Undefined behaviour", "title"],
  ["Le château, la forêt, où êtes-vous, ça va, Noël, œuvre"],
  ["São João não é amanhã"],
  ["“IRMÃ”, disse ela."],
  ["ÂNGULO, AÇÃO E CORAÇÃO"],
  ["Straße, Ärger, Öl, Übung – „gut“"],
  ["Être ou ne pas être : « là »"],
  ["When UTF-8 is read as Latin-1, é becomes Ã©."],
  ["The replacement character \uFFFD stands for what could not be decoded."],
  ["The HTML entity &nbsp; is a non-breaking space."],
  ["Write &lt;b&gt; to escape a tag."],
  ["R&D; B&B; Marks & Spencer"],
  ["Put <b>words</b> into tags to make them bold."],
  ["Use “<br>” for a new line."],
  ["The temperature is <b and >a"],
  ["Mauris, a bishop, and the vestibulum of the church"],
  ["He wrote [sic] and [page 12] in the margin."],
  ["AT&T and P&G"],
  ["Fish & chips"],
  ["Untitled, oil on canvas, 1962", "title"],
  ["Document management for bakeries", "title"],
  ["Title IX", "title"],
  ["Hello, World!", "heading"],
  ["New pages on our site", "title"],
  ["The date is to be determined by the council."],
  [`Type ${OBJECT_PLACEHOLDER} to print undefined variables.`],
];

describe("checkContent", () => {
  it("takes all statements of a template that was not run for one fault", () => {
    const texts = ["{% if page.open %} Open {% endif %}", "{%- include hours.html -%} for all"];
    const subjects = texts.flatMap((text) => checkContent({ text, kind: "paragraph" })).map(({ subject }) => subject);
    expect(subjects).toHaveLength(3);
    expect(new Set(subjects).size).toBe(1);
  });

  it.each(FLAGS)("flags %j", (text, found, rule, kind = "paragraph") => {
    const [finding] = checkContent({ kind, text });
    expect(finding).toMatchObject({ check: "content", rule: `content/${rule}`, text: found });
    expect(finding?.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
    expect(finding?.excerpt).not.toBe("");
  });

  it.each(LEAVES_ALONE)("leaves %j alone", (text, kind = "paragraph") => {
    expect(checkContent({ kind, text })).toEqual([]);
  });

  it("takes a text of garbled words for one fault, the same on each page", () => {
    const [first, second] = [
      "Frisches Brot fÃ¼r MÃ¼nchen, tÃ¤glich ab zwÃ¶lf",
      "Ã–ffnungszeiten: tÃ¤glich auÃŸer fÃ¼r GÃ¤ste",
    ].map((text) => checkContent({ kind: "paragraph", text }));
    expect(first).toEqual([expect.objectContaining({ text: "fÃ¼r MÃ¼nchen, tÃ¤glich ab zwÃ¶lf", suggestions: [] })]);
    expect(second?.map(({ subject }) => subject)).toEqual(first?.map(({ subject }) => subject));
  });

  it("suggests the intended text for garbled words and entities", () => {
    const suggested = (text: string) => checkContent({ kind: "paragraph", text }).map(({ suggestions }) => suggestions[0]);
    expect(suggested("We donâ€™t. The cafÃ© is Ã¼ber.")).toEqual(["don’t", "café", "über"]);
    expect(suggested("It was Ã¢â‚¬Å“fresh")).toEqual(["“fresh"]);
    expect(suggested("Terms &amp; caf&eacute; &#8211; &nbsp;")).toEqual(["&", "é", "–", undefined]);
  });

  it("shows uncertain Findings without mailing them", () => {
    for (const [text, kind] of [
      ["TBD", "cell"],
      ["Hello world!", "heading"],
    ] as const)
      expect(checkContent({ kind, text })[0]?.confidence).toBeLessThan(MAIL_CONFIDENCE);
  });

  it.each([
    "{{a".repeat(6000),
    "Ã©".repeat(10_000),
    "â€".repeat(9000),
    "[your ".repeat(3000),
    "%s".repeat(9000),
    "© 2019 ".repeat(2500),
    "&amp".repeat(5000),
    "undefined ".repeat(2000),
    "register until the ".repeat(1000),
    "Lorem ipsum dolor ".repeat(1000),
    "[object ".repeat(2500),
    "a".repeat(20_000),
    "\uFFFD".repeat(20_000),
  ])("takes little time on hostile text %#", (text) => {
    const started = performance.now();
    checkContent({ kind: "paragraph", text });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("flags a heading without words, but no text that only looks like one", () => {
    expect(checkContent({ kind: "empty-heading", text: "<h2>" })).toMatchObject([
      { rule: "content/empty-heading", severity: "warning", text: "<h2>", excerpt: "<h2>", suggestions: [] },
    ]);
    expect(checkContent({ kind: "paragraph", text: "<h2>" })).toEqual([]);
  });
});
