import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Excludes nouns for people that look like verbs, because they can follow "we" and "you": "we cooks", "you guys". */
const PEOPLE =
  "!guys&!cooks&!guards&!guides&!fans&!tutors&!hosts&!models&!volunteers&!fools&!judges&!nurses&!bosses&!doctors&!partners&!pilots&!rebels&!scouts&!spies&!soldiers&!coaches&!fathers&!mothers&!crews&!captains&!jerks&!nuts&!punks&!slaves&!stars&!suckers&!witnesses&!peoples&!kids&!lads&!dogs&!pros&!types&!mates&!experts&!subjects&!peers&!patients&!ladies&!men&!women&!parents&!heroes&!players&!wives&!husbands&!members&!humans&!brits&!villagers";
const ADVERB = "~also|often|always|really|usually|all|never|sometimes|both|now|still";
const GROUP_PLURALS =
  "!<group>&!news&!politics&!mathematics&!physics&!economics&!gymnastics&!athletics&!barracks&!works&!woods&!species&!series&!means&!headquarters&!crossroads&!lots&!thanks&!cards&!rest&!use&!whereabouts&!analytics&!graphics&!statistics&!dynamics&!ethics&!basics&!logistics&!acoustics&!electronics&!aerobics&!arms&!data&!media&!offspring&!aircraft&!deer&!sheep&!fish&!contents&!times&!states";
const THE = "the|these|those|our|my|your|their|his|her";
const START = "^|and|but|because";

/** Matches a verb that can follow several subjects. */
const GOES = "@VD|<plain-modal>|<be-now>|have|had";
const NOMINATIVE = { him: "he", her: "she", them: "they" } as const;

/** Returns rules for pairs of objects in the place of subjects: "me and him", "him and me". */
function personPairs(): PatternRule[] {
  return Object.entries(NOMINATIVE).flatMap(([object, subject]) => {
    const name = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
    return [
      pattern(
        `me-and-${object}`,
        `^ [ me and ${object} ] ${GOES}`,
        `${subject} and I`,
        `Me and ${object} went home. => ${name(subject)} and I went home.`,
      ),
      pattern(
        `me-and-${object}-goes`,
        [`^ [ me and ${object} @Z&!is&!was&!has ] !=`],
        `${subject} and I {5:V}`,
        `Me and ${object} goes to the market. => ${name(subject)} and I go to the market.`,
      ),
      pattern(
        `${object}-and-i`,
        `^ [ ${object} and i|me ] ${GOES}`,
        `${subject} and I`,
        `${name(object)} and I went home. => ${name(subject)} and I went home.`,
      ),
    ];
  });
}

/**
 * Lists rules for verbs that do not agree with their subject but could also be nouns, and for objects in the place of subjects.
 */
export const SUBJECT_VERB = [
  pattern(
    "we-bakes",
    [
      `^|and|but|because|if|when|where|so|which|, we ${ADVERB} [ @Z&!is&!has&!does&!was&!@DJ&${PEOPLE} ] !=`,
      `^|and|but|because|if|when i ${ADVERB} [ @Z&!is&!has&!does&!was&!@DJ ] !=`,
      `^|but|because|if|when|where you ${ADVERB} [ @Z&!is&!has&!does&!was&!@DJ&${PEOPLE} ] !=`,
    ],
    "{4:V}",
    [
      "We receive flour and we bakes every morning. => We receive flour and we bake every morning.",
      "We offers free delivery. => We offer free delivery.",
      "You gets a free coffee. => You get a free coffee.",
      "I works here since May. => I work here since May.",
    ],
    ["If you guys come, we cooks are glad.", "We parents know.", "We kids went."],
  ),
  pattern(
    "it-taste",
    [
      "^ it [ taste|look|smell|sound|feel|seem|come|make|work|take|include|offer|start|open|close|go|get|give|mean|contain|depend|serve|help|belong ] @JXR&!=&!<subject>",
      ", it [ come|include|offer|contain|depend|belong|taste|smell ] from|in|with|to|a|the|on|@J",
    ],
    "{3:Z}",
    ["It taste great. => It tastes great.", "It is fresh, it come from the lake. => It is fresh, it comes from the lake."],
    ["Let it come from the heart.", "It open-sourced the code."],
  ),
  pattern(
    "sister-run",
    `^ <possessive>|this|the @N!&aa&!one&!other&!same&!first&!last&!only&!<group>&!shop&!company&!staff&!club&!band&!hotel&!school [ @V&!@XDCJR&!be ] <possessive>|a|an|the|many|several|all`,
    "{4:Z}",
    "My sister bring the cakes. => My sister brings the cakes.",
    ["The house rules the valley.", "The one date the club keeps is in May."],
  ),
  pattern(
    "my-sister-run",
    "^ <possessive> mother|father|sister|brother|wife|husband|son|daughter|boss|friend|chef|mum|dad [ run|come|cook|bake|work|love|live|make|sell|go|help|own|teach|play|want|need|like|say|think|know ] !=",
    "{4:Z}",
    "My sister run the shop. => My sister runs the shop.",
    "My sister's run.",
  ),
  pattern(
    "customers-loves",
    [
      `${START} ${THE}|all|many|most|some ~@J @P&!@NJVDCZ&aa&${GROUP_PLURALS} [ @Z&!@N&!is&!has&!does&!was ] <possessive>|<object>|the|a|an|this|it`,
      `${START} ${THE}|all|many|most|some ~@J&!@N @P&!@NJVDC&aa&${GROUP_PLURALS} [ @Z!&!is&!has&!does&!was ] !=&!<subject>`,
    ],
    "{5:V}",
    [
      "Our customers loves our bread. => Our customers love our bread.",
      "The prices includes breakfast. => The prices include breakfast.",
    ],
    ["The news includes us.", "The customers she loves come.", "The series includes it."],
  ),
  pattern(
    "rooms-is",
    `^ ${THE} ~@J @P&!@NJVDCU&aa&!ans&${GROUP_PLURALS} [ is|isn't ] !<subject>&!to&!that&!a&!an&!the&!what`,
    "are",
    ["The rooms is clean. => The rooms are clean.", "Our cakes is baked daily. => Our cakes are baked daily."],
    "The news is good.",
  ),
  pattern(
    "rooms-has",
    `^ ${THE} ~@J @P&!@NJVDCU&aa&${GROUP_PLURALS} [ has|hasn't ] !<subject>`,
    "have",
    "The shops has closed. => The shops have closed.",
  ),
  pattern(
    "rooms-was",
    `^ ${THE} ~@J @P&!@NJVDCU&aa&${GROUP_PLURALS} [ was|wasn't ] !<subject>&!to&!that&!a&!an&!the&!what`,
    "were",
    "The rooms was clean. => The rooms were clean.",
  ),
  ...personPairs(),
  pattern(
    "me-and-my-wife",
    `^ [ me and my ~@J @NP&aa ] ${GOES}`,
    "my {5} {6} and I",
    "Me and my wife run the shop. => My wife and I run the shop.",
    "Me and my big mouth.",
  ),
  pattern(
    "me-and-my-wife-runs",
    "^ [ me and my ~@J @N!&aa @Z&!is&!has&!was ] !=",
    "my {5} {6} and I {7:V}",
    "Me and my wife runs the shop. => My wife and I run the shop.",
  ),
  pattern(
    "many-people-says",
    "^|,|that|if|because|alot|lot|lots|many|most ~of|some|these|those|all|other [ people says|thinks|loves|likes|wants|knows|goes|comes|needs|uses|asks|tells|does|has|believes ]",
    "people {4:V}",
    ["Many people says so. => Many people say so.", "A lot of people says it. => A lot of people say it."],
  ),
  pattern(
    "and-it-were",
    ["and|but it [ were ] @J&!@N|very|so|really|a|not", "but he|she [ were ] @J&!@N|very|so|really|a|not"],
    "was",
    "The sun shone and it were nice. => The sun shone and it was nice.",
    "As it were, and as if it were so.",
  ),
  pattern(
    "and-they-was",
    "and|but they|we [ was ] !<subject>",
    "were",
    "It was open and they was helpful. => It was open and they were helpful.",
  ),
  pattern(
    "i-seen",
    "^|and|but|, i|we|they|he|she [ seen ] <determiner>|<object>|it|you|that|Aa",
    "saw",
    "I seen him yesterday. => I saw him yesterday.",
  ),
  pattern(
    "we-done",
    "^|and|but|, i|we|they|he|she [ done ] it|this|that|the|a|my|our|all",
    "did",
    "We done it already. => We did it already.",
  ),
  pattern(
    "these-cake",
    "^ [ these|those @N&!@PJXRCDGU&!<group> ] is|was|isn't|wasn't",
    "this {3}",
    "These cake is good. => This cake is good.",
    "These present are nice.",
  ),
  pattern(
    "every-rooms",
    ["^|in|of|for|to|at|with every [ @P&!@NJXD ] !:NN&!:NNS", "^|in|of|for each [ @P&!@NJXD ] has|have|is|are|was|were"],
    "{3:N}",
    ["Every rooms have a view. => Every room have a view.", "Each rooms has a view. => Each room has a view."],
    ["Each has a view.", "Every species is different.", "It happens at every sports event."],
  ),
  pattern(
    "each-of-rooms-have",
    "^ each|one|every of the|our|my|your|these|their ~@J @P&!@NV [ have|are|were|do|don't|aren't ]",
    "{7:Z}",
    "Each of our rooms have a view. => Each of our rooms has a view.",
    "One of the few are those.",
  ),
  pattern(
    "how-much-rooms",
    "how [ much ] @P&!@NJ do|did i|you|we|they",
    "many",
    "How much rooms do you have? => How many rooms do you have?",
  ),
  pattern(
    "everybody-love",
    "^|, [ everyone|everybody|nobody love|enjoy|agree|understand|deserve|believe|remember|hate ]",
    "{2} {3:Z}",
    "Everybody love it. => Everybody loves it.",
  ),
];
