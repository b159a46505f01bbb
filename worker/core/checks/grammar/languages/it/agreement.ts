import type { AgreementTable } from "../engine/agreement-table.ts";

const set = (words: string) => new Set(words.split(" "));

export const ITALIAN_AGREEMENT: AgreementTable = {
  language: "it",
  determiners: [
    "il la i le",
    "lo la gli le",
    "un un' - -",
    "uno una - -",
    "del della dei delle",
    "dello della degli delle",
    "al alla ai alle",
    "dal dalla dai dalle",
    "nel nella nei nelle",
    "sul sulla sui sulle",
    "questo questa questi queste",
    "quel quella quei quelle",
    "nostro nostra nostri nostre",
    "vostro vostra vostri vostre",
    "- - molti molte",
    "- - alcuni alcune",
    "- - tutti tutte",
    "ogni ogni - -",
    "qualche qualche - -",
  ],
  pronouns: { lei: ["fs"], lui: ["ms"] },
  copulas: set("è sono sarà saranno era erano"),
  adverbs: set("molto sempre già anche più davvero non tutto"),
  exceptions: set(
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre rosa viola blu beige extra super pari dispari mezzo mezza tutto tutti tutte stesso mille cento web più meno molto molte molti poco sera mattina cera lenti video carte",
  ),
  neverPronouns: set(
    "un una uno un' del della dei delle al alla ai dal dalla nel nella nei nostro nostra nostri nostre vostro vostra ogni qualche",
  ),
  notAfter: set("o e ed / cento mille uno tutti tutte"),
  linkers: set(
    "di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle in nel nella nei nelle con per su sul sulla sui sulle tra fra e",
  ),
  coordinators: set("e o ed ,"),
  endings: ["", "o", "a", "i", "e", "hi", "he", "io", "ia", "ie", "tà", "ore", "ori", "rice", "rici"],
  written: (determiner, next) => (determiner === "un'" && !/^[aeiouàèéìòùh]/u.test(next) ? "una" : determiner),
};
