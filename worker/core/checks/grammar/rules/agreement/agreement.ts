import { pattern } from "../../engine/pattern-rule.ts";

/** Lists marks and words that begin a clause, so that the pronoun after them is its subject. */
const CLAUSE = "^|,|;|:|and|but|because|if|when|where|that|who|what|since|so|although|while|whether|why|how";
/** Excludes words after which a pronoun can be an object, or one of several subjects: "I and she", "neither he". */
const LONE =
  "!and&!or&!nor&!than&!of&!with&!by&!as&!let&!make&!makes&!made&!did&!does&!do&!see&!help&!helps&!have&!to&!for&!not&!@V&!:VBG";

/** Lists rules for verbs that do not agree with their subject. */
export const AGREEMENT = [
  pattern(
    "it-dont",
    `${LONE} [ he|she|it|everybody|everyone|nobody|somebody don't ]`,
    "{2} doesn't",
    ["It don't work. => It doesn't work.", "At her party, everybody don't dance. => At her party, everybody doesn't dance."],
    ["I and she don't agree.", "What you make of it don't ask me."],
  ),
  pattern(
    "i-doesnt",
    `${LONE} [ i|you|we|they doesn't ]`,
    "{2} don't",
    ["You doesn't work hard enough. => You don't work hard enough."],
    "Neither he nor I does it.",
  ),
  pattern("i-does-not", `${LONE} [ i|you|we|they does not ]`, "{2} do not", "I does not know it. => I do not know it."),
  pattern(
    "people-does",
    "^|, ~also|and|but ~, ~these|some|most|those|many|young|other [ people does not ] @V",
    "people do not",
    "These people does not know. => These people do not know.",
  ),
  pattern(
    "we-is",
    [`${LONE} [ we|they is ] !<subject>`, "^ [ you is ]"],
    "{2} are",
    ["They is too old. => They are too old.", "You is a good engineer. => You are a good engineer."],
    ["What they do is new.", "A word like “they” is short.", "The less you know, the better for you is it."],
  ),
  pattern(
    "we-was",
    [`${LONE} [ we|they|you was ] !<subject>`],
    "{2} were",
    "We was at home. => We were at home.",
    "All we did for you was wait.",
  ),
  pattern("i-is", "^ [ i is|are ] !<subject>", "I am", "I are at the restaurant. => I am at the restaurant."),
  pattern(
    "i-were",
    "^ [ i were ] !<subject>&!to",
    "I was",
    "I were at the restaurant. => I was at the restaurant.",
    "If I were you, I would go.",
  ),
  pattern(
    "he-are",
    [`^|but|because|that [ he|she|it are ] !<subject>`, "^ [ this|that are ] !<subject>"],
    "{2} is",
    "It are good. => It is good.",
    "All three of it are old.",
  ),
  pattern(
    "he-were",
    "^ [ he|she|it were ] !<subject>&!to&!not&!for&!possible",
    "{2} was",
    "He were too old for that. => He was too old for that.",
    ["If he were older, he could come.", "Were it not for him, I would go."],
  ),
  pattern("have-he", "^ [ have he|she|it ] @CD", "has {3}", "Have she bought a ticket? => Has she bought a ticket?"),
  pattern("has-you", "^|what|where|why|how|when [ has|was|is we|they|you ] @CGJ", "have {3}", [
    "What has you done? => What have you done?",
  ]),
  pattern(
    "he-have",
    `^|but|because|that|if|when|who [ he|she|it have ] @CD|to|a|an|the|no|been`,
    "{2} has",
    "He have a car. => He has a car.",
    [],
  ),
  pattern("they-has", `${CLAUSE} [ i|we|they|you has ] !<subject>`, "{2} have", [
    "They has a car. => They have a car.",
    "We are those that they has seen. => We are those that they have seen.",
  ]),
  pattern(
    "they-goes",
    "^|and|but|because|if|when [ they ~all|also|often|always|rarely|really|usually @Z&!is&!has&!does&!@D ] !=&!<subject>",
    "{2} {3} {4:V}",
    ["They works here. => They work here.", "They all means the same. => They all mean the same."],
    ["Between you and us lies a lake.", "All of you takes part."],
  ),
  pattern(
    "i-goes",
    "^|and|but|because|if|when|that [ i ~also|often|always|rarely|really|never|usually|sometimes @Z!&!is&!has&!does ]",
    "I {3} {4:V}",
    ["I really likes cats. => I really like cats."],
    "Chapter I describes it.",
  ),
  pattern(
    "he-go",
    "^|but|because [ he|she ~always|usually|often|never|rarely|sometimes @V&!be&!@DXR ] <determiner>|to|in|on|at|for|with",
    "{2} {3} {4:Z}",
    ["He always walk to the building. => He always walks to the building."],
    ["They asked that he walk to school.", "Did he walk to school?"],
  ),
  pattern(
    "somebody-go",
    "^ [ somebody|someone|everybody|everyone|nobody usually|always|often|never|sometimes|rarely @V!&!be ]",
    "{2} {3} {4:Z}",
    "Somebody usually enter the building. => Somebody usually enters the building.",
  ),
  pattern(
    "people-goes",
    "^|,|that|if|because ~some|many|most|these|those|all|other|young [ people @Z!&!is ]",
    "people {4:V}",
    "Some people thinks so. => Some people think so.",
  ),
  pattern(
    "people-who-has",
    "for|with|some|are|by|find|help|and|or|from|^ [ people|those|men|women|children who|that has|is|was|does|doesn't|goes|wants|needs|thinks ]",
    "{2} {3} {4:V}",
    "We look for people who has time. => We look for people who have time.",
  ),
  pattern(
    "this-word-have",
    "^|that|whether|but [ this|that|my|your|his|her|our|their|the|each|every|another ~@J @N!&!one&!<group>&!bourgeoisie&!elite&aa have|are|were|aren't|weren't ] !<subject>&!@P",
    "{2} {3} {4} {5:Z}",
    [],
  ),
  pattern(
    "there-is-many",
    "[ there is|was ~not|also many|several|two|three|four|five|various|numerous|few ] !times",
    "there are {3} {4}",
    "There is many reasons. => There are many reasons.",
    "There is a few of them.",
  ),
  pattern(
    "there-was-plural",
    "[ there is|was|isn't|wasn't ~no|some|any @P!&!@NJVZ ] !and&!@N",
    "there are {3} {4}",
    "There is discussions about it. => There are discussions about it.",
    "There is news.",
  ),
  pattern(
    "there-are-one",
    "[ there are a|an|one|another ] !few|or|certain|average|lot|total|number|couple|variety|host|range|almost|infinite|unlimited|endless|handful|dozen|hundred|thousand|million|great|large|small|good|whole|wide|boatload|ever|growing|increasing|increased|decreasing|considerable|significant|fair|minority|majority|myriad|pair|class|series|set|group|list|bunch|ton|load|multitude|plethora|array|wealth|selection|collection|mix|combination|additional|estimated|limited|further|full|little|huge|vast|surprising|substantial&!@P",
    "there is {3}",
    "There are a problem with it. => There is a problem with it.",
    ["There are a lot of them.", "There are a total of nine planets."],
  ),
  pattern(
    "one-of-singular",
    "one of the|my|our|his|her|their|these|those ~most|best|biggest ~@JS&!opposite&!same [ @N!&!one&!following&!party&!<group>&aa ] is|was|in|of|on|that|who|which|.|,|$",
    "{6:P}",
    "He is one of the best player in town. => He is one of the best players in town.",
    ["One of the few is ill.", "It is one of the few.", "Pick two of the same shape and one of the opposite shape."],
  ),
];

/**
 * Lists rules for verbs in the wrong number after a subject that begins a clause, and for verbs after a modal verb or "to" that
 * are not in the base form.
 */
export const CLAUSE_AGREEMENT = [
  pattern(
    "my-mother-are",
    "^|that|because|but [ my|your|his|her|our|their ~@J @N&!@PJVRX&!<group> are|have|were|do|don't ] !<subject>&!to",
    "{2} {3} {4} {5:Z}",
    ["My mother are a doctor. => My mother is a doctor."],
  ),
  pattern(
    "noun-are",
    "^ [ @N&!@PJVRDCX&!<group> are|were|have ] a|an|not|very|good|bad|too|so|been|the|more|always|often",
    "{2} {3:Z}",
    ["Marketing are good for you. => Marketing is good for you."],
  ),
  pattern(
    "noun-mean",
    "^ [ @N&!@PJVRDCX&!<group> mean|help|make|take|need|give|cause|work|require|seem|become ] a|an|the|that|to|many|much|more|us|you|lots",
    "{2} {3:Z}",
    ["Marketing mean a lot to us. => Marketing means a lot to us."],
  ),
  pattern(
    "pronoun-needs-base",
    "^|, [ everyone|everybody|someone|somebody|anyone|nobody|each|neither have|are|were|do|want|need|like|know|think ]",
    "{2} {3:Z}",
    ["Everybody have a car. => Everybody has a car."],
  ),
  pattern(
    "who-want",
    "^ who [ want|need|like|know|think|have|do|go|come|make|say ] to|a|an|the|that|what|it",
    "{3:Z}",
    "Who want to go there? => Who wants to go there?",
  ),
  pattern(
    "have-name",
    "^|when|why|where|how [ have he|she|it|somebody|someone|everybody ~ever|already @C ]",
    "has {3} {4} {5}",
    "When have she gone there? => When has she gone there?",
  ),
  pattern(
    "doesnt-third",
    "he|she|it|who|that|this can|could|will|would|should|must|may|might ~not [ has|does|goes|is|was|makes|takes|gets|comes|gives|wants|needs|says|sees|knows ]",
    "{4:V}",
    ["He should goes home. => He should go home."],
  ),
  pattern(
    "to-third",
    "want|wants|wanted|need|needs|have|has|able|going|try|tries|trying|likes|used|order to [ has|does|goes|is|makes|takes|gets|comes|gives|wants|needs|says|sees|knows|finds|gets|uses|helps ]",
    "{3:V}",
    ["We want to finds it. => We want to find it."],
  ),
  pattern(
    "plurals-is",
    "^|that|because|but the|these|those|many|several|our|their|my|your|his|her ~@J @P&!@NVJDCZU&!<group>&!ans [ is|isn't ] !<subject>&!to",
    "are",
    "The children is ill. => The children are ill.",
  ),
  pattern(
    "plurals-was",
    "^|that|because|but the|these|those|many|several|our|their|my|your|his|her ~@J @P&!@NVJDCZU&!<group> [ was ] !<subject>&!to",
    "were",
    "The boys was ill. => The boys were ill.",
  ),
  pattern(
    "plurals-has",
    "^|that|because|but the|these|those|many|several|our|their|my|your|his|her ~@J @P&!@NVJDCZU&!<group> [ has|does ] !<subject>",
    "{5:V}",
    "The children has a dog. => The children have a dog.",
  ),
];
