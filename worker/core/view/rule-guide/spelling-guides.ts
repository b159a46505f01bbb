import { type Guide, guide } from "./guide.ts";

/** Explains the rules of the spelling check. */
export const SPELLING_GUIDES = {
  "spelling/unknown-word": guide(
    "Unknown word",
    [
      "This word is in none of our dictionaries, and it is close to a word that is.",
      "If it is right, for example a name, add it to your dictionary and we never report it again.",
    ],
    { wrong: "You will recieve an answer within two days.", right: "You will receive an answer within two days." },
    {
      de: { wrong: "Wir haben die Addresse geändert.", right: "Wir haben die Adresse geändert." },
      fr: { wrong: "Nous avons recu votre adresse éléctronique.", right: "Nous avons reçu votre adresse électronique." },
      es: { wrong: "Tenemos mucha informasión para usted.", right: "Tenemos mucha información para usted." },
      it: { wrong: "Abbiamo una soluzzione per ogni cliente.", right: "Abbiamo una soluzione per ogni cliente." },
      nl: { wrong: "Wij sturen uw bestelling onmidellijk op.", right: "Wij sturen uw bestelling onmiddellijk op." },
      pt: { wrong: "Temos muita informasão para os clientes.", right: "Temos muita informação para os clientes." },
    },
  ),
  "spelling/site-word": guide(
    "Word of your own?",
    [
      "Several of your texts use this word in the same spelling, and it is in none of our dictionaries.",
      "It is probably a name or a term of yours: add it to your dictionary, or correct it everywhere.",
    ],
    {
      wrong: "Order our Brotzeitbox online. (The word is not in your dictionary.)",
      right: "Order our Brotzeitbox online. (The word is in your dictionary.)",
    },
  ),
  "spelling/split-word": guide(
    "One word written as two",
    ["English writes this as one word; with a space it means something else, or nothing.", "Join the two parts."],
    { wrong: "We bake with out sugar.", right: "We bake without sugar." },
  ),
  "spelling/other-dialect": guide(
    "Spelling of another country",
    [
      "This spelling is right in another country, but not in the variety that the text is in.",
      "Readers may take it for a mistake; choose one variety for the whole site.",
    ],
    {
      wrong: "The colour is new. (on a page in American English)",
      right: "The color is new. (on a page in American English)",
    },
  ),
  "spelling/mixed-dialects": guide(
    "American and British spelling mixed",
    [
      "Most of the site uses one spelling, and some words use the other.",
      "Keep to one of them. You can choose the language of the site in its settings.",
    ],
    { wrong: "Choose a color … our favourite colour.", right: "Choose a colour … our favourite colour." },
  ),
  "spelling/american-word": guide(
    "American spelling",
    ["This word is spelled as in the United States.", "Use it if the rest of the site does, too."],
    { wrong: "the color (on a British site)", right: "the colour (on a British site)" },
  ),
  "spelling/british-word": guide(
    "British spelling",
    ["This word is spelled as in Britain.", "Use it if the rest of the site does, too."],
    { wrong: "the colour (on an American site)", right: "the color (on an American site)" },
  ),
} as const satisfies Readonly<Record<string, Guide>>;
