import { judged, type PatternRule } from "../../engine/pattern-rule.ts";

const ASKED = "^|how|what|when|where|why|which";
const WORD_ASKED = "how|what|when|where|why";
const BOTH =
  "^|if|when|that|because|whether ~the|a|an|my|your|his|her|our|their ~:JJ&!@N :NN and&aa the|a|an|my|your|his|her|our|their :NN|:NNS";

/** Loose rules for verbs that do not agree with a subject after them, or with two subjects. */
export const JUDGED_AGREEMENT: readonly PatternRule[] = [
  judged(0, "are-he", `${ASKED} [ are ] he|she`, "is", "Why are he here? => Why is he here?"),
  judged(0, "what-have-he", `${WORD_ASKED} [ have ] he|she`, "has", "What have he done? => What has he done?"),
  judged(
    0,
    "where-do-he",
    [
      `${WORD_ASKED} [ do ] he|she|it :VB|:VBP`,
      `^ [ do ] he|she|anyone|someone|everyone|nobody|anybody|everybody|something :VB|:VBP|:NN`,
    ],
    "does",
    "Where do she live? => Where does she live?",
    "Do everyone a favour.",
  ),
  judged(
    -3,
    "was-the-cars",
    `${WORD_ASKED} [ was ] the|my|your|our|their ~:JJ :NNS&@P&!@N ${"?|:VBN|:VBG|:IN"}`,
    "were",
    "Where was the keys? => Where were the keys?",
  ),
  judged(
    -5,
    "teacher-and-students-is",
    `${BOTH} [ is ] !both&!a`,
    "are",
    "The baker and his wife is away. => The baker and his wife are away.",
  ),
  judged(
    -5,
    "teacher-and-students-was",
    `${BOTH} [ was ] !both&!a`,
    "were",
    "The baker and his wife was away. => The baker and his wife were away.",
  ),
  judged(
    -5,
    "teacher-and-students-sings",
    `${BOTH} [ :VBZ&@Z&!@NPJX ]`,
    "{8:V}",
    "The baker and his wife sells bread. => The baker and his wife sell bread.",
  ),
  judged(
    -9,
    "visits-and-perform",
    "^|and|but|that|if|when|because|, he|she|it :VBZ&@Z ~:RB ~:DT|:PRP$ ~:JJ :NN|:NNS|:PRP and ~then|also [ @V&!@NPJDCRX&aa ] !?",
    "{10:Z}",
    "It opens the page and choose a name. => It opens the page and chooses a name.",
    "She lets them come and go.",
  ),
];
