import type { Severity } from "../../finding.ts";

/** Rules of Harper that share the fields of their reports. */
export type HarperGroup = { rule: string; severity: Severity; confidence: number; harper: readonly string[] };

/**
 * Lists the rules of Harper 2.10 that are on. Each takes about as long as all our patterns, so it must correct sentences of the
 * development corpora that no pattern does, with almost no false reports (see rule-table.json). Rules of taste, regional
 * preference, hyphenation and typography are off, because they flag no mistakes; spelling has its own check.
 */
export const HARPER_GROUPS: readonly HarperGroup[] = [
  {
    rule: "grammar/agreement",
    severity: "error",
    confidence: 0.85,
    harper: words("ThisTypeOfThing WorseOrWorst"),
  },
  {
    rule: "grammar/verb-or-word-form",
    severity: "error",
    confidence: 0.85,
    harper: words(
      "AllowTo CompoundSubjectI HelpedPast HowItLooksLike NorModalPronoun RiseTheQuestion ToTooIdioms WishCould " + "WorthToDo",
    ),
  },
  {
    rule: "grammar/wrong-word",
    severity: "error",
    confidence: 0.85,
    harper: words(
      "AllHellBreakLoose Cant ChangeTack Confident ConvenientStore DissembleDisassemble DoubleEdgedSword EverEvery " +
        "GetRidOf HelloGreeting HowTo KindSortOf OnceOrTwice OpenTheLight PossessiveYour ProgressiveNeedsBe SafeToSave " +
        "SeamToSeem ThoughThought WrongApostrophe WroteToRote",
    ),
  },
  {
    rule: "grammar/usage",
    severity: "warning",
    confidence: 0.75,
    harper: words(
      "BeConcerned BeWorried ByAccident ByOnesOwn DayAndAge DoMistake FascinatedBy FewUnitsOfTimeAgo GoToWar " +
        "InFavourOfDoing LetToDo NoLonger PluralWrongWordOfPhrase ReasonForDoing ResponsibilityFor TakeALookTo ThenThan " +
        "ThrowRubbish WellEducated",
    ),
  },
  {
    rule: "grammar/phrase",
    severity: "warning",
    confidence: 0.7,
    harper: words("AdvantageOf SoughtAfter"),
  },
  {
    rule: "grammar/redundancy",
    severity: "hint",
    confidence: 0.5,
    harper: words("CallThem RedundantFirsts TheMy"),
  },
  {
    rule: "grammar/possible",
    severity: "hint",
    confidence: 0.4,
    harper: words("OneOfTheSingular SimplePastToPastParticiple"),
  },
];

function words(list: string): readonly string[] {
  return list.split(" ");
}
