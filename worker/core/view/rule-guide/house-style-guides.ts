import { type Guide, guide } from "./guide.ts";

/** Explains the kinds of rules of a Team's house style. */
export const HOUSE_STYLE_GUIDES = {
  "style/avoid": guide(
    "Word that your team avoids",
    [
      "Your team's house style does not allow this word or asks for another one.",
      "Rewrite the text, or change the rule under “House style”, where each rule can have exceptions.",
    ],
    { wrong: "Please utilise the form.", right: "Please use the form." },
  ),
  "style/name": guide(
    "Name in another spelling",
    [
      "Your team's house style fixes how this name is written.",
      "Write it exactly as the rule has it, with its capitals and spaces.",
    ],
    { wrong: "We moved our code to Github.", right: "We moved our code to GitHub." },
  ),
  "style/require": guide(
    "Required text missing",
    [
      "Your team's house style asks for a text on this page, and the page does not have it.",
      "Add the text, or make an exception for the page under “House style”.",
    ],
    { wrong: "A price list without “All prices include VAT.”", right: "A price list with “All prices include VAT.”" },
  ),
} as const satisfies Readonly<Record<string, Guide>>;
