import { beforeAll, describe, expect, it } from "vitest";
import { type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import type { Language } from "#worker/core/language/languages.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

let checkSpelling: CheckSpelling;

beforeAll(async () => {
  checkSpelling = createCheckSpelling(await loadLexicon());
});

function check(text: string, language: Language = "en-US"): Finding[] {
  const findings = checkSpelling({ text }, language);
  for (const { range, text: wrong } of findings) expect(text.slice(range?.start, range?.end)).toBe(wrong);
  return findings;
}

function mailed(text: string, language?: Language): string[] {
  return check(text, language)
    .filter(({ confidence }) => confidence >= MAIL_CONFIDENCE)
    .map((finding) => finding.text);
}

describe("createCheckSpelling", () => {
  it("looks into so many unknown words of one text and no more", () => {
    const letters = "bcdfghjklmnpqrstvwxz";
    const unknown = Array.from({ length: 200 }, (_, n) => `${letters[n % 20]}${letters[Math.floor(n / 20)]}ovuqi`);
    expect(check(unknown.join(" ")).length).toBeLessThanOrEqual(60);
  });

  it("only shows a name without its capital where a label is in small letters", () => {
    for (const label of ["hollywood", "new delhi"]) expect(mailed(label)).toEqual([]);
    expect(check("hollywood")).toHaveLength(1);
    expect(mailed("We flew to hollywood in May.")).toEqual(["hollywood"]);
  });

  it.each([
    ["We recieve letters daily.", "recieve", "receive"],
    ["It happened definately yesterday.", "definately", "definitely"],
    ["This is alot of work.", "alot", "a lot"],
    ["He said teh same thing.", "teh", "the"],
    ["I dont know him.", "dont", "don't"],
    ["I don’t like the goverment’s plan.", "goverment", "government"],
    ["Please enter your adress here.", "adress", "address"],
    ["The commmand failed.", "commmand", "command"],
    ["An intergrated approach works.", "intergrated", "integrated"],
    ["Goverment offices are closed.", "Goverment", "Government"],
    ["We are closed in Febuary again.", "Febuary", "February"],
    ["We are closed on Wensday.", "Wensday", "Wednesday"],
    ["A well-knwon company.", "knwon", "known"],
    ["SEPERATE ROOMS", "SEPERATE", "SEPARATE"],
    ["A sep\u00ADerate room.", "sep\u00ADerate", "separate"],
  ])("tells the mistake in %j", (text, wrong, right) => {
    const found = check(text).find((finding) => finding.text === wrong);
    expect(found).toMatchObject({ check: "spelling", rule: "spelling/unknown-word" });
    expect(found?.suggestions[0]).toBe(right);
    expect(found?.confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
  });

  it.each([
    "Download the PDF from https://exampel.com/dwonload or write to jnae@exampel.com.",
    "Our e-mail newsletter's sign-up form doesn’t work offline.",
    "Click the dropdown to unsubscribe from webinars and podcasts.",
    "She’s the users’ favourite… isn't she?".replace("favourite", "favorite"),
    "JavaScript and GitHub workflows run on localhost.",
    "The naïve café résumé was déjà vu.",
    "In the 1990s the 21st and 22nd sold 5kg in 10min.",
    "Non-profit, anti-war and state-of-the-art re-used multi-user systems.",
    "Microservices and cyberattacks are nonnegotiable.",
    "O’Brien, McDonald and Johnson went to London.",
    "FREE DELIVERY ON ALL ORDERS",
    "The initialisms were rebranded, refactored and containerized.",
    "A deepfake chatbot in a smartwatch.",
    "Rock'n'roll o'clock ma'am y'all.",
    "There’ll be time, that’d help, what're you at, and y'all'd've come.",
    "Biryani, paneer tikka masala, a mojito and a glass of pinot noir on the countertop.",
    "It is 15 mins by cab, roasties and shea butter included.",
    "We book bootcamps, balayage and a rideshare for labradoodles.",
  ])("leaves %j alone", (text) => {
    expect(mailed(text)).toEqual([]);
  });

  it.each([
    ["Ask Grzegorz Brzęczyszczykiewicz about it.", "a name"],
    ["Install the dpkgx package.", "the name of a thing"],
    ["The command “foobarr” is not found.", "a word spoken of"],
    [
      "The template says lorem ipsum dolor sit amet consectetur adipiscing elit, and no more of it than this.",
      "a phrase in another language",
    ],
    ["Our nagios-nrpex-plugin is new.", "part of an identifier"],
    ["The value of rgbx and hslx changed.", "an abbreviation"],
    ["“Best pain au chocolat south of here!” said the guide.", "a dish in another language"],
    ["Muchas gracias, Rosie!", "thanks in another language"],
    ["My mother says that lo mejor de la comida is the talk.", "a saying in another language"],
    ["Duck confit, and a pouding chômeur with maple syrup.", "a word beside a foreign one"],
  ])("mails nobody about %j (%s)", (text) => {
    expect(mailed(text)).toEqual([]);
  });

  it.each([
    "We had to wait a looong time for it.",
    "Pupils may go on two residentials a year.",
    "The lists are enumerables of each row.",
    "Do not catastrophize a small mistake.",
    "The council is combatting litter with a sixplex of bins.",
    "The dances are from the Renais-sance.",
  ])("mails nobody about what the writer formed on purpose: %s", (text) => {
    expect(mailed(text)).toEqual([]);
  });

  it("mails what only looks formed on purpose", () => {
    expect(mailed("We improvize, and the recievables are here.")).toEqual(["improvize", "recievables"]);
  });

  it("tells the other English as such, and mails nobody", () => {
    const [american] = check("The colour is nice.", "en-US");
    expect(american).toMatchObject({ rule: "spelling/other-dialect", severity: "hint", text: "colour" });
    expect(american?.suggestions[0]).toBe("color");
    expect(american?.confidence).toBeLessThan(MAIL_CONFIDENCE);
    expect(american?.message).toContain("British");
    const [british] = check("The color is nice.", "en-GB");
    expect(british).toMatchObject({ rule: "spelling/other-dialect", text: "color" });
    expect(british?.suggestions[0]).toBe("colour");
    expect(check("The colour is nice.", "en-GB")).toEqual([]);
  });

  it("takes the Oxford spelling for British too", () => {
    expect(check("We organize and organise an organization.", "en-GB")).toEqual([]);
  });

  it("has one subject for a word however it stands", () => {
    const subjects = ["Recieve it.", "We recieve it.", "RECIEVE IT", "The recieve's end"].map(
      (text) => check(text)[0]?.subject,
    );
    expect(subjects).toEqual(["recieve", "recieve", "recieve", "recieve"]);
  });

  it("tells each place of a word that stands twice, with its sentence", () => {
    const found = check("We recieve it. They recieve it too.");
    expect(found.map(({ excerpt }) => excerpt)).toEqual(["We recieve it.", "They recieve it too."]);
  });
});

describe("createCheckSpelling, on names and phrases that no dictionary has", () => {
  it.each([
    "Redish and Rosen wrote it.",
    "Wydick’s working words are like Tufte’s.",
    "Hoppa ev. över följande inom parentes: the group meets on Monday.",
    "They said “auf Wiedersehen, über alles, für immer” and left.",
  ])("mails nobody about %j", (text) => {
    expect(mailed(text)).toEqual([]);
  });

  it("shows nothing of a phrase with letters that English lacks", () => {
    expect(check("The form says Hoppa ev. över följande inom parentes to them.")).toEqual([]);
  });

  it("still shows the slips of a text that is full of them", () => {
    expect(mailed("They dont recieve it.")).toEqual(["dont", "recieve"]);
    const found = check("We recieve alltogether definately seperate goverment letters.").map(({ text }) => text);
    expect(found).toEqual(["recieve", "alltogether", "definately", "seperate", "goverment"]);
  });
});
