import type { Severity } from "../finding.ts";

/** Rules of Harper that are reported in the same way. */
export type HarperGroup = { rule: string; severity: Severity; confidence: number; harper: readonly string[] };

/**
 * The rules of Harper 2.10 that are used; all others are off. A rule is here when, over the corpora that test/bench/text-checks.ts
 * reads, it corrected wrong sentences and flagged nothing in correct ones. Rules of taste, regional preference and typography are
 * left out whatever their precision: they are nobody's mistake. Its spell check is off, for spelling has its own.
 */
export const HARPER_GROUPS: readonly HarperGroup[] = [
  {
    rule: "grammar/agreement",
    severity: "error",
    confidence: 0.85,
    harper: words("HavePronoun IAmAgreement IDo PronounInflectionBe ThisTypeOfThing WorseOrWorst"),
  },
  {
    rule: "grammar/verb-or-word-form",
    severity: "error",
    confidence: 0.85,
    harper: words(
      "ALongTime AllReady AsFollows BeAllowed CompoundSubjectI DespiteItIs ForALongTime GetPassGoPass HelpedPast " +
        "HowDoesCompared HowItLooksLike NorModalPronoun NotOnly PartsOfSpeech PassersBy PointsOfView RiseTheQuestion " +
        "RulesOfThumb SimplePastToPastParticiple SingleBe TheyreToTheir ToTooIdioms TooTo UseToUsedTo WhomSubjectOfVerb " +
        "WishCould WorthToDo YourPredicateAdjective",
    ),
  },
  {
    rule: "grammar/wrong-word",
    severity: "error",
    confidence: 0.85,
    harper: words(
      "APart Ado Albeit AllHellBreakLoose ApartFrom AskNoPreposition BackhandedCompliment BareInMind BestOfAllTime " +
        "BestRegards Bought Catch22 ChampAtTheBit ChangeTack ChockFull CloseTightKnit ColdModalTypo Confident ConfirmThat " +
        "ConvenientStore CoursingThroughVeins DespiteOf DigestiveTract DissembleDisassemble DoesOrDose DoubleEdgedSword " +
        "EverEvery Everyday ExitedExcitedContext Expatriate ExtendOrExtent FirstAidKit FishNorFowl FlauntForFlout ForNoun " +
        "GetRidOf HavePassed HelloGreeting Hereby HitTheNailOnTheHead HolyWar HomeInOn HowTo InflectionPoint IveGotTo " +
        "JustDeserts KindSortOf Likewise Lookalike MixedBag MootPoint NervousWreck NoMatchFor NounVerbConfusion " +
        "OnceOrTwice OneAndTheSame OneFellSwoop OpenTheLight OutOfSync Payed PedalToTheMetal PeekBehindTheCurtain " +
        "PiqueInterest ProgressiveNeedsBe PronounAre PronounContraction PronounKnew SafeToSave ScapeGoat SeamToSeem " +
        "SneakPeekPreview SomethingIs SpinalChord StatuteOfLimitations StrikeChord ThereOwn ThingThink ThoughThought " +
        "ToLoseTooLoose ToTheMannerBorn TongueInCheek ToteTout WebScraping WereWhere Whereas WhetYourAppetite WreakHavoc " +
        "WrongApostrophe WroteToRote",
    ),
  },
  {
    rule: "grammar/usage",
    severity: "warning",
    confidence: 0.75,
    harper: words(
      "AccuseOf AllIntentsAndPurposes AllOfASudden Anywhere ArgumentToBeMade ArriveTo AsHow BeBiased BeConcerned " +
        "BePrejudiced BeShocked BeWorried Beforehand BewareOf ByAccident ByOnesOwn ByTheBook CallItQuits Combinate " +
        "CommitmentTo CompulseToCompel ConstituteAs DateBackFrom DayAndAge DefiniteArticle DoMistake ElsePossessive " +
        "ExplanationMark FarBeIt FascinatedBy FewUnitsOfTimeAgo FoamAtTheMouth FootTheBill GetUsedTo GoToSleep GoToWar " +
        "GrindToAHalt HandfulOfMore HaveAHardTime IfWouldve InDetail InFavourOfDoing InRetaliationTo InThisThatRegard " +
        "InvestIn JumpTheGun LastButNotLeast LayoutVerb LeadRiseTo LetToDo LevelOfDetails LinesOfCode LookForwardTo " +
        "MakeDoWith MakeItSeem MakeSense MeansALotTo Misunderstand Misused Monumentous MostOfTheTimes NailOnTheHead " +
        "NakedEye NoLonger Nowadays OldestInTheBook OnceInAWhile OneOfTheSingular OperatingSystem PassionateAbout " +
        "PayForPrice PluralWrongWordOfPhrase ReasonForDoing ResponsibilityFor SinceDuration Somewhere TakeALookTo " +
        "TakeCareOf TakeMedicine TheHowWhy ThePointFor ThenThan ThrowBabyWithBathwater ThrowRubbish VerseAsVerb VeryKnown " +
        "WayTooAdjective WellEducated WinPrize Worthwhile",
    ),
  },
  {
    rule: "grammar/redundancy",
    severity: "hint",
    confidence: 0.5,
    harper: words(
      "AmInTheMorning AwaitFor CallThem RedundantAcronyms RedundantAdditiveAdverbs RedundantFirsts " +
        "RedundantProgressiveComparative RedundantSuperlatives SideTangent TheMy WholeEntire",
    ),
  },
  {
    rule: "grammar/punctuation",
    severity: "warning",
    confidence: 0.7,
    harper: words("ClientOrServerSide DoubleClick FaceFirst RollerSkated ViceVersa"),
  },
  {
    rule: "grammar/capital",
    severity: "warning",
    confidence: 0.7,
    harper: words("Holidays"),
  },
  {
    rule: "grammar/word-boundary",
    severity: "warning",
    confidence: 0.75,
    harper: words("Misspell"),
  },
];

function words(list: string): readonly string[] {
  return list.split(" ");
}
