import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const OF_MANY = "many|several|various|numerous|these|those";
const HEAD = '!and/or&!:NN&!:NNS&!:POS&!:CD&!:VBG&!:WP&!:VBN&!@P&!can&!to&!-&!“&!"&!and&!or&!,&!\uFFFC';
const NO_NUMBER = "!whole&!few&!hundred&!thousand&!dozen&!couple&!million&!many&!half&!good&!great&!patient&!next&!last&!open";
/** Rules for the number of nouns, by the parts of speech in the sentence. */
export const TAGGED_NOUNS: readonly PatternRule[] = [
  pattern(
    "tag-many-animal",
    `many|several|various|numerous ~:JJ&@J [ :NN&@N&!@PJVGXDC&aa&!<group>&!<mass>&!<short-unit> ] ${HEAD}`,
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
    [":JJ&@V", "!:JJ"].map(
      (next) =>
        `^|:VBD|:VBP|:VBZ|:VB|:IN|:CC|the|our|my <counted> ~:JJ [ :NN&@N&!@PJVGXDCU&aa&!<group>&!<mass>&!piece&!percent&!sigma&!tomorrow&!today&!hundredth&!thousandth ] ${HEAD}&!old&${next}`,
    ),
    "{4:P}",
    "Two wild animal live here. => Two wild animals live here.",
    ["It has five year old content.", "The six flight solar panels are here."],
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
    `this&:DT ~:JJ [ :NNS&@P&!@NJVXDCZ&aa&!<units>&!accounts&!impacts&!hosts&!fields ] ${HEAD}`,
    "{3:N}",
    "They hunt this animals because of the fur. => They hunt this animal because of the fur.",
    ["I think this places it well.", "This accounts for the thickness.", "This impacts all of us."],
  ),
  pattern(
    "tag-an-animals",
    `a|an&aa ~:JJ&${NO_NUMBER} [ :NNS&@P&!@NJVXDCZ&aa&!<units>&!few ] ${HEAD}&!:JJ&!(`,
    "{3:N}",
    "It is a wild animals for us. => It is a wild animal for us.",
    ["She is a human resources (HR) consultant.", "It is a civil rights wrongful death case."],
  ),
  pattern(
    "tag-one-of-animal",
    `one of the|our|my|your|his|her|their|its|these|those ~:JJS|most ~:JJ&!opposite&!same [ :NN&@N&!@PJVGXDCU&aa&!<group>&!<mass>&!yesterday&!tomorrow&!today&!week&!weekend&!month&!year&!time ] !of&${HEAD}`,
    "{6:P}",
    "One of the biggest animal is ours. => One of the biggest animals is ours.",
  ),
  pattern(
    "tag-many-kind-of",
    `${OF_MANY} [ kind|type|sort ] of`,
    "{2:P}",
    "We do many kind of work. => We do many kinds of work.",
  ),
];
