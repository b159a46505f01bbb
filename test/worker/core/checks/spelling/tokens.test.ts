import { beforeAll, describe, expect, it } from "vitest";
import { type CheckSpelling, createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";

let checkSpelling: CheckSpelling;

beforeAll(async () => {
  checkSpelling = createCheckSpelling(await loadLexicon());
}, 60_000);

const found = (text: string) => checkSpelling({ text }, "en-US").map((finding) => finding.text);

describe("createCheckSpelling, on words as people write them", { timeout: 60_000 }, () => {
  it.each([
    ["contractions", "She'd've said it’s fine; y'all couldn’t, shouldn't've, who're they're"],
    ["clipped words", "Rock ’n’ roll, 'til dawn, the '90s, ma’am, goin' fishin’"],
    ["possessives", "James's, the Joneses’, boss’s, NASA's, iPhone’s, Brightwell's and children’s"],
    [
      "hyphens and prefixes",
      "A co-founder’s re-election, pre-2020, anti-ageism, a 3-in-1, mother-in-law, e-bike, non-EU, ex-wife, T-shirt",
    ],
    ["dashes without spaces", "Open daily—even Sundays—from nine–five, and/or by phone"],
    ["ordinals and decades", "1st, 2nd, 3rd, 21st, 100th, 1990s, the 80s, nº 5, No. 7"],
    ["units", "5kg, 5 kg, 10 km, 60 mph, 16GB, 3 ml, 200 kWh, 4 sqm, 50 Mbps, 72 dpi, 120 rpm, 2 tbsp, 10 lbs, 90 db"],
    ["times", "9am–5pm, 10:30 a.m., 7 pm, 24/7, 5:45pm, GMT+1, Mon-Fri, 2h30m"],
    [
      "acronyms and their plurals",
      "PDFs, FAQs, CEOs, DVDs, VAT's, URLs, PhDs, OK'd, MPs, APIs’, the USA’s, R&D, B2B, AT&T, Q&A",
    ],
    [
      "identifiers",
      "CamelCase, camelCase, snake_case_nmae, nagios-nrpex-plugin-cfgx, SCREAMING_CASE, $varr, --flga, obj.methdo(), Foo::Barr",
    ],
    ["file names", "Open raedme.md, report_fnial.PDF, archive.tar.gz, *.docx, C:\\Windws, /etc/hsots, ~/.bashrc, .gitignroe"],
    ["addresses", "https://exmaple.com/a-b?c=dd#e, www.exmaple.co.uk, exmaple.org/paht, jane.deo+tag@exmaple.com, ftp://hsot"],
    ["handles and hashtags", "Follow @flwaless and #brkoenlinks or r/pogramming"],
    ["hex, hashes and versions", "#ff00aa, 0xDEADBEEF, deadbeef1234, v2.10.3-beta1, 1.0.0-rc.2, Win11, ES2024, a3f9c0de"],
    ["product codes", "The XR-4521b, WH-1000XM5, GT3-RS, iPhone 15 Pro, A4, M3x20, EOS-R5, SKU-99ZZ"],
    ["invisible characters", "A de\u00ADli\u00ADvery web\u200Bsite, co\u2060operate, zer\u200Co joi\u200Dner"],
    ["ligatures and accents", "ﬁnd the oﬃce ﬂoor, cafe\u0301, naïve, façade, Zoë’s jalapeño crème brûlée"],
    ["letter-spaced text", "S A L E, W E L C O M E and N E W"],
    ["roman numerals", "Chapter XIV, Henry VIII’s, part iii, MMXXVI, Rocky IV"],
    ["chemistry", "H2O, CO2, CO₂, NaCl, C6H12O6, pH, mRNA, Fe, CaCO3, NOx"],
    ["codes and keys", "Press Ctrl+Alt+Del, F5, ISO-8859-1, UTF-8, en-US, EUR, kWp, CO2e"],
    ["quoted words of other languages", "The “Gemütlichkeit”, a joie de vivre, the zeitgeist, ‘hygge’ and a coup d’état"],
    ["names", "Siobhan O’Connell met Dr. Wojciechowski, Ms. Nguyen-Okonkwo and Xiaoping in Gothenburg."],
    ["names that a sentence begins with", "Okonkwo joined Brightwell in May. Rustonomicon is a book. Zylker sells it."],
    ["sounds", "Hmmm, aaargh, hahaha, sooooo good, pssst, brrr, mmm, shhh, yesss"],
    ["placeholders and templates", "{{naem}}, %usrename%, $(vlaue), <tgas>, [[lnik]], :emjoi:"],
    ["brackets in words", "the author(s), child(ren), (re)open, user[s]"],
    ["slashes", "his/her, yes/no, TCP/IP, km/h, n/a, w/o, c/o"],
    ["money", "$5k, €1.2m, £20bn, US$100, 5p, 99¢"],
    ["capitals by design", "SALE NOW ON — LAST FEW DAYS! FREE RETURNS"],
    [
      "the web's words",
      "Sign up to our newsletter, podcasts, webinars, e-commerce, dropdown, login, offline, emoji, hashtag, blog",
    ],
  ])("leaves %s alone", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["The goverment’s plan", "goverment"],
    ["A well-knwon company", "knwon"],
    ["end of sentance.Next one", "sentance"],
    ["(definately) yes", "definately"],
    ["“Recieve” it now and recieve it later", "recieve"],
    ["SEPERATE ROOMS", "SEPERATE"],
    ["a sep\u00ADerate room", "sep\u00ADerate"],
    ["either occured/happened", "occured"],
    ["an oﬃcal statement", "oﬃcal"],
    ["the the accomodation—cheap", "accomodation"],
    ["a pre-exisitng condition", "exisitng"],
    ["it dosen’t work", "dosen’t"],
    ["We wouldnt go.", "wouldnt"],
    ["inthe morning", "inthe"],
  ])("tells the mistake in %j", (text, word) => {
    expect(found(text)).toContain(word);
  });
});
