import { CHECK_KINDS, type CheckId } from "../../checks/check-kinds.ts";
import { ADVICE_GUIDES } from "./advice-guides.ts";
import { CONTENT_GUIDES } from "./content-guides.ts";
import { GRAMMAR_GUIDES } from "./grammar-guides.ts";
import { type Guide, guide } from "./guide.ts";
import { HOUSE_STYLE_GUIDES } from "./house-style-guides.ts";
import { LINK_GUIDES } from "./link-guides.ts";
import { SPELLING_GUIDES } from "./spelling-guides.ts";

/** Explains each rule by its id. The rules of a LanguageTool server share one guide, because the server names them. */
export const RULE_GUIDES: ReadonlyMap<string, Guide> = new Map<string, Guide>(
  Object.entries({
    ...SPELLING_GUIDES,
    ...GRAMMAR_GUIDES,
    ...ADVICE_GUIDES,
    ...CONTENT_GUIDES,
    ...HOUSE_STYLE_GUIDES,
    ...LINK_GUIDES,
  }),
);

/** Beginning of the ids of rules that a LanguageTool server reports. */
const LANGUAGE_TOOL = "grammar/languagetool-";

const LANGUAGE_TOOL_GUIDE = guide(
  "Found by LanguageTool",
  [
    "A LanguageTool server, which your installation of Flawless uses, reported this.",
    "Its message above says what is wrong. If it is right as it is, ignore it.",
  ],
  null,
);

/** Returns the guide of a rule; a general one for a rule that an earlier version had. */
export function ruleGuide(rule: string, check: CheckId): Guide {
  if (rule.startsWith(LANGUAGE_TOOL)) return LANGUAGE_TOOL_GUIDE;
  return RULE_GUIDES.get(rule) ?? generalGuide(check);
}

function generalGuide(check: CheckId): Guide {
  return guide(
    CHECK_KINDS[check].heading,
    [
      "An earlier version of our checks reported this.",
      "The message above says what is wrong. The next crawl that reads this text examines it again.",
    ],
    null,
  );
}
