import { type Guide, guide } from "./guide.ts";

/** Explains the rules of the grammar check that are always on. */
export const GRAMMAR_GUIDES = {
  "grammar/agreement": guide(
    "Words that do not agree",
    [
      "Words that belong together must have the same number and, in some languages, the same gender and case.",
      "Find the word that the sentence is about, and make the verb, article or adjective fit it.",
    ],
    { wrong: "The prices of each room includes breakfast.", right: "The prices of each room include breakfast." },
    {
      de: { wrong: "Wir suchen ein neue Mitarbeiterin.", right: "Wir suchen eine neue Mitarbeiterin." },
      fr: { wrong: "Nous vendons des fromage de la région.", right: "Nous vendons des fromages de la région." },
      es: { wrong: "Vendemos muchos libro usados.", right: "Vendemos muchos libros usados." },
      it: { wrong: "Offriamo un camera con vista.", right: "Offriamo una camera con vista." },
      nl: { wrong: "Het straat is smal.", right: "De straat is smal." },
      pt: { wrong: "O cidade é bonita.", right: "A cidade é bonita." },
    },
  ),
  "grammar/verb-or-word-form": guide(
    "Wrong form of a word",
    [
      "The word is the right one, but another form of it belongs here, as after “did”, “to” or “have”.",
      "Use the form that we suggest.",
    ],
    { wrong: "We did not went to the market.", right: "We did not go to the market." },
    { fr: { wrong: "Vous pouvez réservé une table.", right: "Vous pouvez réserver une table." } },
  ),
  "grammar/wrong-word": guide(
    "Another word is meant",
    [
      "This word exists, so a spelling check accepts it, but it does not fit here.",
      "It sounds or looks like the one that is meant: read both in the sentence, then choose.",
    ],
    { wrong: "The oven and it's door are new.", right: "The oven and its door are new." },
    {
      de: { wrong: "Wir hoffen, das Sie bald kommen.", right: "Wir hoffen, dass Sie bald kommen." },
      fr: { wrong: "Nous allons a la plage.", right: "Nous allons à la plage." },
      es: { wrong: "El museo esta cerrado.", right: "El museo está cerrado." },
      it: { wrong: "Non e possibile entrare.", right: "Non è possibile entrare." },
      nl: { wrong: "Hun hebben een nieuwe winkel.", right: "Zij hebben een nieuwe winkel." },
      pt: { wrong: "O hotel esta aberto todo o ano.", right: "O hotel está aberto todo o ano." },
    },
  ),
  "grammar/contraction": guide(
    "Apostrophe missing",
    [
      "A short form such as “don't” needs its apostrophe, where letters are left out.",
      "Put it in, or write both words in full.",
    ],
    { wrong: "Our baker says that hes proud of it.", right: "Our baker says that he's proud of it." },
  ),
  "grammar/phrase": guide(
    "Fixed phrase written differently",
    [
      "This is a fixed phrase, and one of its words is not the usual one.",
      "Write it as it is always written; readers stumble over other forms.",
    ],
    { wrong: "Our guests have free reign in the garden.", right: "Our guests have free rein in the garden." },
  ),
  "grammar/usage": guide(
    "Unusual wording",
    [
      "Readers understand this, but the language puts it in another way.",
      "Most such slips come from another language: use the wording that we suggest.",
    ],
    { wrong: "We have less items on the menu.", right: "We have fewer items on the menu." },
  ),
  "grammar/possible": guide(
    "Possible mistake",
    [
      "Something in this sentence is often wrong, but we are not sure here.",
      "Read it again; if it is right, ignore it. We never mail this.",
    ],
    null,
  ),
  "grammar/article": guide(
    "“A” or “an”",
    [
      "Before a vowel sound write “an”, before any other “a”; it is the sound that counts, not the letter.",
      "So it is “an hour”, but “a union”. Italian articles depend on the next sound, too.",
    ],
    { wrong: "It takes a hour to get here.", right: "It takes an hour to get here." },
    { it: { wrong: "Il studente è arrivato ieri.", right: "Lo studente è arrivato ieri." } },
  ),
  "grammar/repeated-word": guide(
    "Word written twice",
    ["The same word is there twice in a row.", "It happens when a text is edited: remove one of them."],
    { wrong: "We open the the doors at nine.", right: "We open the doors at nine." },
    {
      de: { wrong: "Unser Laden ist im Hafen Hafen.", right: "Unser Laden ist im Hafen." },
      fr: { wrong: "Nous ouvrons les les portes.", right: "Nous ouvrons les portes." },
      es: { wrong: "Abrimos las las puertas.", right: "Abrimos las puertas." },
      it: { wrong: "Apriamo le le porte.", right: "Apriamo le porte." },
      nl: { wrong: "Wij openen de de deuren om negen uur.", right: "Wij openen de deuren om negen uur." },
      pt: { wrong: "Abrimos as as portas.", right: "Abrimos as portas." },
    },
  ),
  "grammar/date": guide(
    "Impossible date",
    ["There is no such day in the calendar.", "Check the day and the month: visitors may plan by it."],
    { wrong: "The sale ends on 31 April.", right: "The sale ends on 30 April." },
  ),
  "grammar/redundancy": guide(
    "Says the same thing twice",
    ["Two words of this phrase mean the same.", "It is no mistake, but the shorter phrase reads better. We never mail this."],
    { wrong: "Members get a free gift.", right: "Members get a gift." },
  ),
  "grammar/hyphen": guide(
    "Hyphen missing",
    [
      "Words that together describe the next word are joined with a hyphen.",
      "It shows readers which words belong together. We never mail this.",
    ],
    { wrong: "We keep an up to date list.", right: "We keep an up-to-date list." },
  ),
  "grammar/capital": guide(
    "Capital letter missing",
    [
      "English writes days, months and holidays with a capital letter, German all nouns, also those made of verbs.",
      "Write the word with a capital.",
    ],
    null,
    { de: { wrong: "Beim backen hören wir Musik.", right: "Beim Backen hören wir Musik." } },
  ),
  "grammar/odd-bracket": guide(
    "Bracket without its partner",
    ["A bracket is opened and never closed, or the other way round.", "Add the missing one, or remove the other."],
    null,
    { de: { wrong: "Wir haben (fast immer geöffnet.", right: "Wir haben (fast immer) geöffnet." } },
  ),
  "grammar/quotation-mark": guide(
    "Quotation mark the wrong way round",
    [
      "A quotation ends with an opening mark.",
      "Use a closing mark (”). Some keyboards and editors choose the mark by the space beside it.",
    ],
    { wrong: "We call it “fresh“ bread.", right: "We call it “fresh” bread." },
  ),
  "grammar/space-before-stop": guide(
    "Space before a comma or full stop",
    ["There is a space between a word and the mark that follows it.", "Remove it: the mark may slip to the next line."],
    { wrong: "The handle is green , and the lid is blue.", right: "The handle is green, and the lid is blue." },
  ),
} as const satisfies Readonly<Record<string, Guide>>;
