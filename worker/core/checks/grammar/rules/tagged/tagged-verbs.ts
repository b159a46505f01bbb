import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const CLAUSE = "^|that|because|but|and|if|so|when|,";
/** Nouns that an infinitive may complete: "let the chance to win slip". */
const NO_INFINITIVE =
  "!opportunity&!chance&!ability&!right&!need&!desire&!time&!way&!decision&!attempt&!effort&!urge&!wish&!temptation&!plan&!failure&!pressure&!will";
/** Verbs without an object, which have no passive. */
const INTRANSITIVE = "consisted|depended|belonged|happened|occurred|existed|disappeared";

/** Matches a verb in its base form that can be nothing else. */
const BARE = "[ :VB|:VBP&@V&!@NJDCGRPX&aa&!go&!beset&!whet&!include ]";

/** Contractions with "be", each with its pronoun. */
const CONTRACTED = {
  "i'm": "I",
  "you're": "you",
  "he's": "he",
  "she's": "she",
  "it's": "it",
  "we're": "we",
  "they're": "they",
} as const;

function contractedWithModal(): PatternRule[] {
  return Object.entries(CONTRACTED).map(([contraction, pronoun]) =>
    pattern(
      `${contraction.replace("'", "")}-might`,
      `[ ${contraction} <plain-modal> ] ~not ~:RB :VB`,
      `${pronoun} {2}`,
      `Maybe ${contraction} might be home soon. => Maybe ${pronoun} might be home soon.`,
      "Maybe it is home.",
    ),
  );
}

/** Rules for forms of verbs and missing verbs, by the parts of speech in the sentence. */
export const TAGGED_VERBS: readonly PatternRule[] = [
  pattern(
    "tag-be-bare",
    [
      `:NNS&@P|i|you|we|they am|are|were ~not ~also|always|often|usually|never|already|still|now|being ${BARE} !?`,
      `he|she|it is|was ~not ~also|always|often|usually|never|already|still|now|being ${BARE} !?`,
      `:NN is|was|been ~not ~also|always|often|usually|never|already|still|now|being ${BARE} by|with|for|from`,
    ],
    ["{5:C}", "{5:G}"],
    "All our pies are bake on the day. => All our pies are baked on the day.",
    "All that they do is bake.",
  ),
  pattern(
    "tag-modal-form",
    ":PRP|:NNS|who|which|this|there <modal> ~not ~also|always|often|usually|never|only|still|easily|quickly|even [ :VBZ|:VBD|:VBN&@ZD&!@VPX ] !=&!:NNS&!:NN&!have&!on&!by",
    "{5:V}",
    ["Members can booked the court. => Members can book the court."],
    "Members can book.",
  ),
  pattern(
    "tag-do-form",
    ["do|does|did|don't|doesn't|didn't not ~:RB [ @ZDG&!@VNPJX ]", "don't|doesn't|didn't ~:RB ~:RB [ @ZD&!@VNPJX ]"],
    "{4:V}",
    "They didn't arrived on time. => They didn't arrive on time.",
    "They didn't, arrived late and left. Did it all go?",
  ),
  pattern(
    "tag-do-you-form",
    "how|what|when|where|why|^ do|does|did i|you|he|she|it|we|they ~also|usually|always|often|typically|ever [ @ZDG&!@VPX&!fucking&!freaking&!bloody ]",
    "{5:V}",
    "How do I usually writing this? => How do I usually write this?",
  ),
  pattern(
    "tag-to-form",
    "want|wants|wanted|need|needs|needed|like|likes|try|tries|tried|trying|hope|hopes|hoped|decide|decides|decided|plan|plans|planned|able|ready|happy|have|has|had|having|going|used|order|how|what|where|not|wanting|love|loves|loved|forget|forgot|start|started|refuse|refused|agree|agreed|learn|learned|manage|managed|ought|glad|free|pleased|hesitate|easy|hard|difficult|possible|important|unable|place|time|way|chance|opportunity|right|ability to&:TO ~also|always|never|not|really [ :VBD|:VBZ|:VBN&@DZ&!@VPX ] !:NNS",
    "{4:V}",
    "We want to gave every dog a home. => We want to give every dog a home.",
    "Those whom he spoke to gave nothing.",
  ),
  pattern(
    "tag-have-base",
    [
      "!who&!that&!which have|has|had|haven't|hasn't|hadn't ~not ~:RB [ :VB|:VBP|:VBN&@V&!@NJCDRX&!write&!read&!practise ] !:NN&!:NNS&!:JJ",
      "^ have|has|had :PRP&!them&!him&!me&!us&!her ~:RB [ @V&!@NJCDRX ]",
    ],
    "{5:C}",
    ["The shop has already receive it. => The shop has already received it.", "Have you receive it? => Have you received it?"],
    ["They have, go.", "Those who have say so.", "Have them almost tell a story."],
  ),
  pattern(
    "tag-he-not",
    `${CLAUSE} he|she|it [ not ] :JJ|:VBG|a|the|in|at|on|here|there&!only&!just&!@V`,
    "is not",
    "He not sure about it. => He is not sure about it.",
    "It not only works.",
  ),
  pattern("tag-i-not", `${CLAUSE} i [ not ] :JJ|:VBG&!only&!@V`, "am not", "I not sure about it. => I am not sure about it."),
  pattern(
    "tag-we-not",
    `${CLAUSE} we|they [ not ] :JJ|:VBG&!only&!@V`,
    "are not",
    "They not happy about it. => They are not happy about it.",
  ),
  pattern(
    "tag-he-going",
    "^|because|but|that|when|if he|she [ :VBG&@G&!being&!having&!@V ] :IN|:DT|:PRP$|:RB|:TO|:PRP|:JJ|:VBG",
    "is {3}",
    "He going home. => He is going home.",
  ),
  pattern(
    "tag-they-going",
    "^|because|but we|they [ :VBG&@G&!being&!having&!@V ] :IN|:DT|:PRP$|:RB|:TO|:PRP|:JJ|:VBG",
    "are {3}",
    "They going home. => They are going home.",
  ),
  pattern(
    "tag-there-a-lot",
    `${CLAUSE} [ there ] a|an ~lot|:JJ :NN`,
    "there is",
    "I know that there a problem here. => I know that there is a problem here.",
    "He lives there a lot.",
  ),
  pattern(
    "tag-where-you-from",
    ["^ where|how|why|what [ you|they|we ] from|:VBG&!@N"],
    "are {3}",
    "Where you from? => Where are you from?",
  ),
  ...contractedWithModal(),
  pattern(
    "tag-let-to",
    `let|lets|letting ~:DT|:PRP$ ~:JJ :NN|:NNS|:PRP&${NO_INFINITIVE} [ to :VB ]`,
    "{6}",
    "Do not let any doubt to stop you. => Do not let any doubt stop you.",
    ["They let the house to guests.", "Don't let the chance to win slip."],
  ),
  pattern(
    "tag-what-did",
    "what|who|which did [ :VBD|:VBN&@D&!@VNJX ]",
    "{3:V}",
    "What did happened there? => What did happen there?",
  ),
  pattern("tag-please-no", "please [ no|not ] :VB&@V&!@NJX", "do not", "Please no speak of it. => Please do not speak of it."),
  pattern(
    "tag-as-mention",
    "^ as [ mention|discuss|explain|describe|state|note|agree|promise|request|expect|show|suggest ] ,|we|i|in|above|earlier|before|on|at",
    "{3:C}",
    "As mention before, we open late. => As mentioned before, we open late.",
  ),
  pattern("tag-is-depended", `[ is ${INTRANSITIVE} ]`, "{2:Z}", "It is depended on the day. => It depends on the day."),
  pattern("tag-are-depended", `[ are ${INTRANSITIVE} ]`, "{2:V}", "They are depended on the day. => They depend on the day."),
  pattern("tag-was-happened", `[ was|were ${INTRANSITIVE} ] !on`, "{2:D}", "It was happened in May. => It happened in May."),
  pattern(
    "tag-has-yesterday",
    "!:MD&!to&!not [ have|has :VBN&@D ] ~*&!since&!:IN ~*&!since&!long yesterday|ago",
    "{3:D}",
    "She has arrived yesterday. => She arrived yesterday.",
    "She has arrived since two days ago.",
  ),
];
