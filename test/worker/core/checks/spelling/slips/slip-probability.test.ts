import { beforeAll, describe, expect, it } from "vitest";
import { type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import type { Language } from "#worker/core/language/languages.ts";
import type { BlockKind } from "#worker/core/page/block.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

let checkSpelling: CheckSpelling;

beforeAll(async () => {
  checkSpelling = createCheckSpelling(await loadLexicon());
}, 60_000);

const check = (text: string, kind: BlockKind = "paragraph", language: Language = "en-US"): Finding[] =>
  checkSpelling({ text, kind }, language);
const mailed = (text: string, kind?: BlockKind, language?: Language): string[] =>
  check(text, kind, language)
    .filter(({ confidence }) => confidence >= MAIL_CONFIDENCE)
    .map((finding) => finding.text);

describe("slipProbability", () => {
  it.each<[string, BlockKind, string, string]>([
    ["Accomodation", "heading", "Accomodation", "Accommodation"],
    ["Our Proffesional Team", "heading", "Proffesional", "Professional"],
    ["Opening Tmies", "heading", "Tmies", "Times"],
    ["Buisness Hours and Prices", "title", "Buisness", "Business"],
    ["Book Your Appointmnet Today", "button", "Appointmnet", "Appointment"],
    ["Testimonals", "heading", "Testimonals", "Testimonials"],
    ["OUR SERVISES", "heading", "SERVISES", "SERVICES"],
    ["Experianced staff will help you with everything.", "paragraph", "Experianced", "Experienced"],
    ["We open at nine. Registation is at the front desk.", "paragraph", "Registation", "Registration"],
  ])("finds the capitalised slip in %j (%s)", (text, kind, wrong, right) => {
    expect(mailed(text, kind)).toEqual([wrong]);
    expect(check(text, kind)[0]?.suggestions[0]).toBe(right);
  });

  it.each<[string, BlockKind, Language]>([
    ["The chimney needs repointing, and the bulbs are dimmable.", "paragraph", "en-GB"],
    ["Dressed with verjus; contains sulphites and soya.", "list-item", "en-GB"],
    ["Ask your doctor about omeprazole for reflux and plantar fasciitis.", "paragraph", "en-US"],
    ["Ride the helter-skelter or buy add-ons.", "paragraph", "en-GB"],
    ["The annexe sleeps four and looks over the loch.", "paragraph", "en-GB"],
    ["The first responder spoke about positivity.", "paragraph", "en-US"],
    ["Dos and Don'ts", "heading", "en-US"],
    ["Trenchless sewer repair and backflow testing", "heading", "en-US"],
    ["Sponsorships and Integrations", "heading", "en-US"],
    ["Activations and Renewables", "heading", "en-US"],
    ["The list of don'ts and the DON'TS of gardening.", "paragraph", "en-US"],
    ["Messrs Smith and Jones founded it; Messrs. Brown joined later.", "paragraph", "en-GB"],
    ["Regular journeys are easier to diarise.", "paragraph", "en-US"],
    ["We sell adidas, lululemon and thyssenkrupp; book with trivago.", "paragraph", "en-GB"],
    ["The drum goes ba-dum at the end.", "paragraph", "en-US"],
    ["Written by Alex van Someren and Carol Atack", "heading", "en-GB"],
    ["if (isset($_POST['name'])) { strpos($name, $list); }", "paragraph", "en-US"],
  ])("takes %j for right (%s, %s)", (text, kind, language) => {
    expect(mailed(text, kind, language)).toEqual([]);
  });

  it.each<[string, BlockKind]>([
    ["Welcome to Creetown, said Mrs Okonjo.", "paragraph"],
    ["Talk to Dr Szymanski or to Priyanka Venkataraman.", "paragraph"],
    ["Keswick to Ullswater", "heading"],
    ["BARDWELL BLACKETT BOXSHALL BURVILLE", "cell"],
    ["Head coach: Femi Adeyemi", "list-item"],
  ])("takes the names in %j for names (%s)", (text, kind) => {
    expect(mailed(text, kind)).toEqual([]);
  });

  it.each(["thats", "Thats", "theres", "doesnt"])("finds %j, which lacks its apostrophe", (word) => {
    expect(mailed(`${word} what we want to say.`)).toEqual([word]);
  });

  it("suggests the likeliest word first, in the case of the place", () => {
    const first = (text: string) => check(text)[0]?.suggestions[0];
    expect(first("He tooked it home.")).toBe("took");
    expect(first("There were fourty people.")).toBe("forty");
    expect(first("Ask wether we are open.")).toBe("whether");
    expect(first("Wether we are open depends on the snow.")).toBe("Whether");
  });
});
