/**
 * Maps each chosen rule of Harper to a cue, matched in lower case with straight apostrophes. Harper takes a hundred times as long
 * as our patterns, even with few rules on, so it reads only sentences with a cue, about one in thirty. A rule without a cue would
 * never run; a test checks that each has one.
 */
export const HARPER_CUES: Readonly<Record<string, RegExp>> = {
  AdvantageOf: /\badvantages? (?!of\b|to\b|is\b|that\b|over\b|in\b|and\b|or\b|for\b)\p{L}/u,
  AllHellBreakLoose: /\bhell br/u,
  AllowTo: /\ballow(?:s|ed|ing)? to\b/u,
  BeConcerned: /\bconcern\b (?:if|about|for|that)\b/u,
  BeWorried: /\b(?:'?m|'?s|'?re|am|is|are|was|be) worry\b/u,
  ByAccident: /\b(?:on|in) (?:\p{L}+ )?accident\b/u,
  ByOnesOwn: /\bby (?:my|his|its|our|your|her|their) own\b/u,
  CallThem: /\bcall(?:s|ed|ing)? (?:it|them|him|her|this|these|that) as\b/u,
  Cant: /\bcant\b/u,
  ChangeTack: /\bchang(?:e|es|ed|ing) ta[ck]/u,
  CompoundSubjectI: /\band me\b/u,
  Confident: /\bconfidant/u,
  ConvenientStore: /\bconvenient store/u,
  DayAndAge: /\bdays? (?:and|in|an) age/u,
  DissembleDisassemble: /\bdissembl/u,
  DoMistake: /\b(?:do|did|does|doing|done)\b.{0,16}\bmist/u,
  DoubleEdgedSword: /\bdouble[ -]edged? sword/u,
  EverEvery: /\b(?:i|we|you|they|he|she) every\b/u,
  FascinatedBy: /\bfascinated (?:about|of|on)\b/u,
  FewUnitsOfTimeAgo: /\bfew \p{L}+ ago\b/u,
  GetRidOf: /\brid(?:s|ding)? off\b/u,
  GoToWar: /\b(?:at|on) war with\b/u,
  HelloGreeting: /\bhalo\b/u,
  HelpedPast: /\bhelped (?!found\b)\p{L}+/u,
  HowItLooksLike: /\bhow \p{L}+ (?:look|looks|looked) like\b/u,
  HowTo: /\b(?:here's|learn|know|on|guide|explains?|shows?) how (?:install|make|create|build|get|clone|add|write)\b/u,
  InFavourOfDoing: /\bin favou?r (?!of\b)\p{L}+/u,
  KindSortOf: /\b(?:kind|sort)s? (?:if|off)\b/u,
  LetToDo: /\blet(?:s|ting)? (?:me|him|us|you|them|it|her) to\b/u,
  NoLonger: /\bnot longer\b(?! (?:but|than))/u,
  NorModalPronoun: /\bnor (?:i|it|we|they|he|she|you)\b/u,
  OnceOrTwice: /\bonce a twice\b/u,
  OneOfTheSingular: /\bof the (?:best|most|neat|coolest|biggest|worst|first|last)\b/u,
  OpenTheLight: /\bopen(?:s|ed|ing)? the (?:tv|light|lights|radio|lamp|computer|fan|television)\b/u,
  PluralWrongWordOfPhrase: /\b(?:of (?:codes|speeches|thumbs)|in whites)\b/u,
  PossessiveYour: /\byour (?:is|are|the|an?|not)\b/u,
  // Lists verbs instead of any "-ing" form, because "If you have swelling" and "we have parking" are right.
  ProgressiveNeedsBe:
    /\b(?:i|we|you|they)(?:'ve \p{L}+ing| have (?:being|doing|experiencing|getting|going|having|living|looking|making|noticing|searching|seeing|studying|talking|thinking|trying|using|waiting|watching|wondering|working))\b/u,
  // "For reasons of space" is right.
  ReasonForDoing: /(?<!\bfor (?:\p{L}{1,20} ){0,2})\breasons? of\b/u,
  RedundantFirsts: /\bfirst (?:discovered|introduced|released|invented|created|began|started)\b/u,
  ResponsibilityFor: /\bresponsibility of\b/u,
  RiseTheQuestion: /\b(?:rise|rises|rose|rising|arise|arises|risen|arose) the question\b/u,
  SafeToSave: /\b(?:will|might|must|may|can|should|could|would) safe\b/u,
  SeamToSeem: /\bseam(?:s|ed)?\b/u,
  SimplePastToPastParticiple:
    /(?:'ve|\bha(?:ve|s|d|ving)) (?:\p{L}+ )?(?:went|broke|began|became|ate|saw|wrote|took|gave|drove|fell|forgot|chose|spoke|threw|knew|grew|flew|did|came|sang|rode|shook|stole|tore|wore|woke)\b/u,
  SoughtAfter: /\bsort after\b/u,
  TakeALookTo: /\blook to\b/u,
  TheMy: /\b(?:the (?:my|our|their|your)|(?:my|our|their|your) the)\b/u,
  ThenThan:
    /(?<!\p{L})(?!(?:number|order|member|user|server|folder|customer|paper|water|letter|offer|after|enter|over|never|ever|under)\b)(?:\p{L}+er|more|less|worse)(?: \p{L}+)? then\b(?! ?(?:$|[.,;:!?)–—]|and\b|but\b|or\b|so\b|because\b|when\b|while\b|after\b|before\b|until\b|as\b|in\b|on\b|at\b|with\b|due\b|too\b))/u,
  ThisTypeOfThing: /\b(?:kind|sort|type)s? of things?\b/u,
  ThoughThought: /\b(?:i|we|they|you|he|she) though\b/u,
  ThrowRubbish: /(?<!\p{L})thr(?:ow|ew)\p{L}*(?!\p{L}).{0,12}\b(?:trash|garbage|rubbish)\b/u,
  ToTooIdioms: /\b(?:bridge|go|goes|went|going|life's|life is) to (?:far|short)\b/u,
  WellEducated: /\bgood-educated\b/u,
  WishCould: /\bwish(?:es|ed|ing)?\b.{0,24}\bcan\b/u,
  WorseOrWorst: /\bworst\b/u,
  WorthToDo: /\bworth to\b/u,
  WrongApostrophe: /\p{L};(?:t|s|ve|re|ll|d|m)\b/u,
  WroteToRote: /\bwrote[ -](?:learn|memor)/u,
};

const ANY_CUE = new RegExp(
  Object.values(HARPER_CUES)
    .map(({ source }) => source)
    .join("|"),
  "u",
);

/** Returns true if a sentence has a cue of a chosen rule, so that Harper should read it. */
export function hasHarperCue(sentence: string): boolean {
  return ANY_CUE.test(sentence.toLowerCase().replaceAll("’", "'"));
}
