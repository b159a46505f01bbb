import type { StyleRule } from "../../style-rules.ts";
import { type Guide, guide } from "./guide.ts";

/** Explains the advice about style, which an owner turns on in the settings of a site. */
export const ADVICE_GUIDES = {
  "grammar/style-wordiness": guide(
    "Long-winded phrase",
    ["A shorter phrase says the same.", "You turned this advice on in the settings; we never mail it."],
    { wrong: "We write in order to help you.", right: "We write to help you." },
  ),
  "grammar/style-passive": guide(
    "Passive voice",
    [
      "The sentence does not say who does it.",
      "Name who acts, if readers should know. You turned this advice on in the settings; we never mail it.",
    ],
    { wrong: "Your order was shipped by us today.", right: "We shipped your order today." },
  ),
  "grammar/style-sensitive": guide(
    "Word that may exclude readers",
    [
      "Some readers feel left out or hurt by this word.",
      "A neutral word costs nothing. You turned this advice on in the settings; we never mail it.",
    ],
    { wrong: "The chairman opened the meeting.", right: "The chair opened the meeting." },
  ),
  "grammar/style-readability": guide(
    "Sentence that is hard to read",
    [
      "The sentence is long and has many long words.",
      "Make two of it. You turned this advice on in the settings; we never mail it.",
    ],
    {
      wrong:
        "Notwithstanding considerable organizational transformation, representatives of participating municipalities subsequently established comprehensive administrative procedures regarding international communication, environmental responsibility, professional accountability, institutional transparency and economic sustainability.",
      right: "The towns changed a lot. Then their representatives agreed on how to work together.",
    },
  ),
  "grammar/style-profanity": guide(
    "Swear word",
    [
      "Some readers find this word rude or hurtful.",
      "Choose another one, or ignore it where it is quoted. You turned this advice on in the settings; we never mail it.",
    ],
    { wrong: "The weather was shit all week.", right: "The weather was awful all week." },
  ),
} as const satisfies Readonly<Record<`grammar/style-${StyleRule}`, Guide>>;
