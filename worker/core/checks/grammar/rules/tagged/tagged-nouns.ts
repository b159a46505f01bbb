import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const OF_MANY = "many|several|various|numerous|these|those";
const HEAD = '!:NN&!:NNS&!:POS&!:CD&!:VBG&!:WP&!:VBN&!@P&!can&!to&!-&!“&!"&!and&!or&!,&!\uFFFC';
const NO_NUMBER = "!few&!hundred&!thousand&!dozen&!couple&!million&!many&!half&!good&!great&!patient&!next&!last&!open";
const ADVERBS_LACKING =
  "general|wide|common|frequent|usual|recent|special|particular|strong|high|direct|specific|complete|full|proper|correct|easy|quick|regular|constant|previous|beautiful|careful|deep|great|significant|slight|serious|severe|bad|possible|actual|real|probable|definite|certain|automatic|simple|clear|final|normal|immediate|extreme|entire|absolute|exact|total|main|accurate|effective|efficient|permanent|temporary|local|public|private|official";

/** Rules for nouns, adjectives and adverbs, by the parts of speech in the sentence. */
export const TAGGED_NOUNS: readonly PatternRule[] = [
  pattern(
    "tag-many-animal",
    `many|several|various|numerous ~:JJ [ :NN&@N&!@PJVGXDC&aa&!<group>&!<mass> ] ${HEAD}`,
    "{3:P}",
    "Many wild animal live here. => Many wild animals live here.",
  ),
  pattern(
    "tag-these-animal",
    `these|those ~:JJ&@J&${NO_NUMBER} [ :NN&@N&!@PJVGXDCU&aa&!<group>&!<mass>&!yesterday&!tomorrow&!today&!week&!weekend&!month&!year&!time ] ${HEAD}`,
    "{3:P}",
    "These wild animal live here. => These wild animals live here.",
  ),
  pattern(
    "tag-two-animal",
    `^|:VBD|:VBP|:VBZ|:VB|:IN|:CC|the|our|my <counted> ~:JJ [ :NN&@N&!@PJVGXDCU&aa&!<group>&!<mass>&!percent&!sigma&!tomorrow&!today&!hundredth&!thousandth ] ${HEAD}`,
    "{4:P}",
    "Two wild animal live here. => Two wild animals live here.",
  ),
  pattern(
    "tag-others-animals",
    "many|some|all|of|for|from|in|with|to|on|the [ others ] @P&!@VZNJ",
    "other",
    "It harms many others animals. => It harms many other animals.",
  ),
  pattern(
    "tag-every-animals",
    `every|each|another ~:JJ&${NO_NUMBER} [ :NNS&@P&!@NJVXDCZ&aa ] ${HEAD}&!of`,
    "{3:N}",
    "Every wild animals has its food. => Every wild animal has its food.",
    [],
  ),
  pattern(
    "tag-this-animals",
    `this&:DT ~:JJ [ :NNS&@P&!@NJVXDCZ&aa&!<units> ] ${HEAD}`,
    "{3:N}",
    "They hunt this animals because of the fur. => They hunt this animal because of the fur.",
    "I think this places it well.",
  ),
  pattern(
    "tag-an-animals",
    `a|an&aa ~:JJ&${NO_NUMBER} [ :NNS&@P&!@NJVXDCZ&aa&!<units>&!few ] ${HEAD}`,
    "{3:N}",
    "It is a wild animals for us. => It is a wild animal for us.",
  ),
  pattern(
    "tag-one-of-animal",
    `one of the|our|my|your|his|her|their|its|these|those ~:JJS|most ~:JJ [ :NN&@N&!@PJVGXDCU&aa&!<group>&!<mass>&!yesterday&!tomorrow&!today&!week&!weekend&!month&!year&!time ] !of&${HEAD}`,
    "{6:P}",
    "One of the biggest animal is ours. => One of the biggest animals is ours.",
  ),
  pattern(
    "tag-many-kind-of",
    `${OF_MANY} [ kind|type|sort ] of`,
    "{2:P}",
    "We do many kind of work. => We do many kinds of work.",
  ),
  pattern(
    "tag-people-which",
    "people|children|students|customers|members|guests|parents|visitors|teachers [ which ] :VBZ|:VBP|:VBD|:MD",
    "who",
    "The people which live here are kind. => The people who live here are kind.",
  ),
  pattern(
    "tag-can-possible",
    `!^&!:WRB :MD [ ${ADVERBS_LACKING} ] have|:VB|:VBP&@V`,
    "{3:L}",
    "It could possible have rained. => It could possibly have rained.",
  ),
  pattern(
    "tag-is-wide-used",
    `is|are|was|were|been|has|have|had [ ${ADVERBS_LACKING} ] :VBN&@C&!grown&!dressed&!fixed&!paid`,
    "{2:L}",
    "It is general known. => It is generally known.",
    "It is real and was special.",
  ),
  pattern(
    "tag-works-perfect",
    "work|works|worked|function|functions|run|runs|perform|performs|behave|sing|sings|dance|dances|drive|drives|fit|fits|speak|speaks [ perfect|bad|correct|proper|fluent|beautiful|smooth|nice|quick|careful|excellent|efficient ] .|and|,|$|for|in|with|on",
    "{2:L}",
    "The app works perfect. => The app works perfectly.",
  ),
  pattern(
    "tag-really-quickly-way",
    ["a|an|the|our|my|your|their|his|her ~very|really|more|most [ @R!&:RB|:JJ ] :NN&@N&!@VJRX"],
    "{3:J}",
    "That is a really quickly way. => That is a really quick way.",
  ),
];
