import type { Severity } from "../finding.ts";

/** Rules of Harper that are reported in the same way. */
export type HarperGroup = { rule: string; severity: Severity; confidence: number; harper: readonly string[] };

/**
 * The rules of Harper 2.10 that are used; all others are off. Measured with test/bench/text-checks.ts and over 2 MB of real
 * documentation: a rule is here when it corrected wrong sentences and flagged nothing in right ones, or next to nothing.
 * `phrase` holds rules for fixed wrong phrases that are too rare to have been met, and were silent over all right text;
 * `possible`, those right more often than not, which are shown and never mailed. Rules of taste, regional preference, hyphenation and
 * typography are left out whatever their precision: what they flag is nobody's mistake. Its spell check is off: spelling has its own.
 */
export const HARPER_GROUPS: readonly HarperGroup[] = [
  {
    rule: "grammar/agreement",
    severity: "error",
    confidence: 0.85,
    harper: words("HavePronoun IAmAgreement IDo ThereIsAgreement ThisTypeOfThing WorseOrWorst"),
  },
  {
    rule: "grammar/verb-or-word-form",
    severity: "error",
    confidence: 0.85,
    harper: words(
      "ALongTime AllReady AllowTo AsFollows BeAllowed CompoundSubjectI DespiteItIs DidPast ForALongTime GetPassGoPass " +
        "HadOf HelpedPast HowDoesCompared HowItLooksLike ModalOf NorModalPronoun NotOnly PartsOfSpeech PassersBy " +
        "PointsOfView RiseTheQuestion RulesOfThumb SingleBe TheyreToTheir ToTooIdioms TooTo UseToUsedTo WhomSubjectOfVerb " +
        "WishCould WorthToDo YourPredicateAdjective",
    ),
  },
  {
    rule: "grammar/wrong-word",
    severity: "error",
    confidence: 0.85,
    harper: words(
      "APart Ado Albeit AllHellBreakLoose ApartFrom AskNoPreposition BackhandedCompliment BareInMind BestOfAllTime " +
        "BestRegards Bought Cant Catch22 ChampAtTheBit ChangeTack ChockFull CloseTightKnit ColdModalTypo Confident " +
        "ConfirmThat ConvenientStore CoursingThroughVeins DespiteOf DigestiveTract DissembleDisassemble DoesOrDose " +
        "DoubleEdgedSword EverEvery Everyday ExitedExcitedContext Expatriate ExtendOrExtent FirstAidKit FishNorFowl " +
        "FlauntForFlout ForNoun GetRidOf HavePassed HelloGreeting Hereby HitTheNailOnTheHead HolyWar HomeInOn HowTo " +
        "InflectionPoint IveGotTo JustDeserts KindSortOf LetsConfusion Likewise Lookalike MixedBag MootPoint NervousWreck " +
        "NoMatchFor OnceOrTwice OneAndTheSame OneFellSwoop OpenCompounds OpenTheLight OutOfSync Payed PedalToTheMetal " +
        "PeekBehindTheCurtain PiqueInterest PossessiveYour ProgressiveNeedsBe PronounAre PronounContraction PronounKnew " +
        "SafeToSave ScapeGoat SeamToSeem SneakPeekPreview SomethingIs SpinalChord StatuteOfLimitations StrikeChord " +
        "ThereOwn ThingThink ThoughThought ToLoseTooLoose ToTheMannerBorn TongueInCheek ToteTout WebScraping WereWhere " +
        "Whereas WhetYourAppetite WreakHavoc WrongApostrophe WroteToRote",
    ),
  },
  {
    rule: "grammar/usage",
    severity: "warning",
    confidence: 0.75,
    harper: words(
      "AccuseOf AllIntentsAndPurposes AllOfASudden AnAnother Anywhere ArgumentToBeMade ArriveTo AsHow BeBiased " +
        "BeConcerned BePrejudiced BeShocked BeWorried Beforehand BewareOf ByAccident ByOnesOwn ByTheBook CallItQuits " +
        "Combinate CompulseToCompel ConstituteAs DateBackFrom DayAndAge DefiniteArticle DoMistake ElsePossessive " +
        "ExplanationMark FarBeIt FascinatedBy FewUnitsOfTimeAgo FoamAtTheMouth FootTheBill GetUsedTo GoToSleep GoToWar " +
        "GoodAt GrindToAHalt HandfulOfMore HaveAHardTime IfWouldve InDetail InFavourOfDoing InRetaliationTo " +
        "InThisThatRegard InvestIn JumpTheGun LastButNotLeast LayoutVerb LeadRiseTo LetToDo LevelOfDetails LinesOfCode " +
        "LookForwardTo MakeDoWith MakeItSeem MakeSense MeansALotTo Misunderstand Monumentous MostOfTheTimes NailOnTheHead " +
        "NakedEye NoLonger Nowadays OldestInTheBook OnceInAWhile OperatingSystem PassionateAbout PayForPrice " +
        "PluralWrongWordOfPhrase ReasonForDoing ResponsibilityFor SinceDuration Somewhere TakeALookTo TakeCareOf " +
        "TakeMedicine TheHowWhy ThePointFor TheirToTheyre ThenThan ThrowBabyWithBathwater ThrowRubbish VerseAsVerb " +
        "VeryKnown WayTooAdjective WellEducated WinPrize Worthwhile",
    ),
  },
  {
    rule: "grammar/phrase",
    severity: "warning",
    confidence: 0.7,
    harper: words(
      "ACoupleMore ALittleOfPractice AMeansToAnEnd AWholeOther AdNauseam AdvantageOf AfterAWhile AfterAll AheadAnd " +
        "Akimbo AllThough AllWellAndGood Alongside AndIn AndSuch AndTheLike AnotherAn AnotherOnes AnotherThings Anyhow " +
        "AsComparedTo AsEvidentBy AsItHappens AsLongAs AsMuchAs AsOfCurrently AsOfLately AsOpposedTo AtAllCosts " +
        "AtFaceValue AtLeasToLeast AtLestToLeast AtTheVeryLeast AwareOf BanTogether BatedBreath BeckAndCall BeenThere " +
        "BesideThePoint BetterOffPhrase BetterOffServed BetterOffWith BlanketStatement BoarderBorder CanBeSeen CantWay " +
        "CaseInPoint CautionaryTale ChickenAndEgg CraveFor CuttingAgeEggcorn DampSquib Didnt DoIAdjective DoToDueTo " +
        "DontCan DueDiligence EachAndEveryOne EggYolk EludedTo EverSince EveryOnceAndAgain EverySingleOneOf EveryTime " +
        "ExceptOf FairBit FarAndFewBetween FastPaste FeelFell FetalPosition FinishingTouches FleshOutVsFullFledged FondOn " +
        "ForAWhile ForArgumentsSake ForFreeOfCharge ForTheMostPart FormativeYears FreeRein FullToTheBrim GoMissing " +
        "GoSoFarAsTo GoggleBrand GoingTo HalfAnHour Handful Haphazard HeDos Henceforth HowMach However IAm Impressed " +
        "InAHurry InAWhile InAnIdealWorld InDueCourse InHindsight InLieuOf InNeedOf InThe InTheGrandSchemeOfThings " +
        "InTheSameVein Initiatively Insofar Instead InsteadOf InterestedIn IsBeenAuxSequence IsKnownFor ItCan " +
        "ItTimeAuxiliary JawDropping Keystroke Keystrokes KindOf KindRegards KnowNothingVerb LastDitch LaughOfAt " +
        "LeavingInDroves LetAlone LikeThePlague LikelyHood LongTimeAgo LookDownOnesNose LooksLikes LowHangingFruit " +
        "ManagerialReins MassExodus Meanwhile Misunderstood MoreThanMeetsTheEye MoreThatLikely Myself NailInCoffin " +
        "NeedHelp NoHarmNoFoul NoLongerPronoun Nonetheless NotOnlyInversion Notwithstanding NowKnownAs NowWay Nowhere " +
        "ObsessPreposition OfCourse OldWivesTale OnSecondThought OnTheSpurOfTheMoment OnTopOf OnesOwnAccord OughtToBe " +
        "PeaceOfMind PerSe Piggyback PleasRequestVerb PrayingMantis PrincipleToPrincipalRoleNoun Provocate RealTrouper " +
        "Regardless RegimenRegiment RelayOnForRely Respond ReverseEngineer RifeWith RiseTheRanks SameAs SaveToSafe " +
        "ScantilyClad ShootOneselfInTheFoot SimpleGrammatical SlipperySlope SneakingSuspicion SomebodyElses Somehow " +
        "SoughtAfter SpecialAttention StateOfTheArt Straightforward StrikeOfGenius StrikeOfLuck SupposedTo " +
        "TakeItPersonally TakePrideIn ThanksALot TheAnother TheDifferenceBetween TheEntiretyOf TheWhetherWeather " +
        "TheirToThere Therefore Theres Thereupon ThesesThese TheyreConfusions ThieveNoun ThinkKnowOff ThoughtProcess " +
        "ThreatenVerb ThrowAway ToGreatLengths ToTo ToWorryAbout TrialAndError TryOnesHandAt TryOnesLuck TuffEnough " +
        "Unless WaistWaste WantBe WasAloud Whereupon WidelyAccepted Widespread WillContain WithOpenArms WithoutOut " +
        "WokVerbTypo Yourself",
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
    harper: words("ClientOrServerSide DoubleClick FaceFirst RollerSkated"),
  },
  {
    rule: "grammar/capital",
    severity: "warning",
    confidence: 0.65,
    harper: words("Holidays"),
  },
  {
    rule: "grammar/word-boundary",
    severity: "warning",
    confidence: 0.75,
    harper: words("Misspell"),
  },
  {
    rule: "grammar/possible",
    severity: "hint",
    confidence: 0.4,
    harper: words(
      "DoubleModal MoreBetter NounVerbConfusion OneOfTheSingular PhrasalVerbAsCompoundNoun PronounInflectionBe " +
        "PronounVerbAgreement SimplePastToPastParticiple SubjunctiveWasToWere ThereToTheir",
    ),
  },
];

function words(list: string): readonly string[] {
  return list.split(" ");
}
