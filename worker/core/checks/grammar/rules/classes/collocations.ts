import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Lists verbs that take their object without a preposition: forms, prepositions to leave out, the object of an example. */
const DIRECT = `
discuss|discusses|discussed|discussing about it
mention|mentions|mentioned|mentioning about it
describe|describes|described|describing about it
emphasise|emphasises|emphasised|emphasize|emphasizes|emphasized on|about it
await|awaits|awaited|awaiting for it
resemble|resembles|resembled to|with it
join|joins|joined|joining to us
visit|visits|visited|visiting to us
contact|contacts|contacted|contacting to|with us
reach|reaches|reached|reaching to it
phone|telephone|telephoned to us
approach|approached|approaching to us
`;

/** Lists words with the prepositions that are wrong after them, the right one, and the object of an example. */
const WRONG = `
are|is|was|were|be|been dependent of|from on it
are|is|was|were|be|been guilty for|about of it
are|is|was|were|be|been typical to of it
are|is|was|were|be|been accustomed with to it
are|is|was|were|be|been superior than|over to it
are|is|was|were|be|been inferior than to it
are|is|was|were|be|been famous with|from for it
are|is|was|were|be|been worried of|on about it
are|is|was|were|be|been excited of about it
are|is|was|were|be|been surprised from|about by it
are|is|was|were|be|been disappointed of with it
are|is|was|were|be|been full with|by of it
are|is|was|were|be|been addicted on|of to it
are|is|was|were|be|been related with to it
are|is|was|were|be|been equipped of with it
insist|insists|insisted in on it
congratulate|congratulates|congratulated for on it
differ|differs|differed of|than from it
apologise|apologises|apologised|apologize|apologized about|of for it
dream|dreams|dreaming to of it
according with|of|by to it
spite from|to of it
`;
const OBJECT = "<possessive>|<article>|<object>|it|you|this|these|those|all";

function rowsOf(rows: string): string[][] {
  return rows
    .trim()
    .split("\n")
    .map((row) => row.split(" "));
}

function directRule([verbs = "", prepositions = "", object = ""]: readonly string[]): PatternRule {
  const [verb = ""] = verbs.split("|");
  const [preposition = ""] = prepositions.split("|");
  return pattern(
    `direct-${verb}`,
    `<subject>|<modal>|to|please|and|have|has|not|also|who [ ${verbs} ${prepositions} ] ${OBJECT}`,
    "{2}",
    `We ${verb} ${preposition} ${object}. => We ${verb} ${object}.`,
    `We ${verb} ${object}.`,
  );
}

function wrongRule(row: readonly string[]): PatternRule {
  const isAdjective = (row[0] ?? "").startsWith("are|");
  const [verb = "", word = ""] = isAdjective ? row : ["", ...row];
  const [wrong = "", right = "", object = ""] = row.slice(isAdjective ? 2 : -3);
  const start = isAdjective ? `${verb} ~not|very|also|so` : "*";
  return pattern(
    `collocation-${word.split("|")[0]}`,
    `${start} [ ${word} ${wrong} ] ${OBJECT}`,
    isAdjective ? `{3} ${right}` : `{2} ${right}`,
    isAdjective
      ? `They are ${word} ${wrong.split("|")[0]} the ${object}. => They are ${word} ${right} the ${object}.`
      : `They ${word.split("|")[0]} ${wrong.split("|")[0]} the ${object}. => They ${word.split("|")[0]} ${right} the ${object}.`,
  );
}

/** Holds rules for prepositions, one for each row of these tables. */
export const COLLOCATIONS: readonly PatternRule[] = [
  ...rowsOf(DIRECT).map(directRule),
  ...rowsOf(WRONG)
    .filter(({ length }) => length === 4 || length === 5)
    .map(wrongRule),
  pattern(
    "small-i",
    [
      "!variable&!index&!integer&!counter&!letter&!element&!of&!for&^|,|@NVJRXD [ aa&i ] am|was|have|had|do|don't|can't|also|really|just|think|like|want|need|went|saw|did|know|believe|hope|agree|disagree|got|get|love|<modal>",
      "!variable&!index&!integer&!counter&!letter&!element&!of&!for&^|,|@NVJRXD [ aa&i ] @V!|@D!",
    ],
    "I",
    "So i think it is fine. => So I think it is fine.",
    "The variable i can be one; part i) of it.",
  ),
  pattern("small-i-am", "[ aa&i'm ]", "I'm", "So i'm here. => So I'm here."),
  pattern("small-i-have", "[ aa&i've ]", "I've", "So i've come. => So I've come."),
  pattern("small-i-will", "[ aa&i'll ]", "I'll", "So i'll come. => So I'll come."),
  pattern("small-i-would", "[ aa&i'd ]", "I'd", "So i'd come. => So I'd come."),
  pattern(
    "number-of-car",
    "large|small|great|huge|increasing|growing|high|total|any|certain number of ~new|different|other [ @N&!@PJVRX&!<mass>&!<group>&aa ] .|,|in|on|during|that|is|are|and|will|who|has|have|to|at|with|by|$",
    "{5:P}",
    "A large number of customer will come. => A large number of customers will come.",
    "A large number of staff is here.",
  ),
  pattern(
    "policy-help-us",
    "^|,|but|because|if this|that|my|our|your|his|her|each|every ~@J @N&!@PJVRDCGX&aa&!<group>&!company&!club&!school&!band&!firm [ help|need|want|mean|show|cause|make|take|give|cost|work|require ] to|us|you|<object>|people|the|a|an",
    "{5:Z}",
    "Our policy help us to save. => Our policy helps us to save.",
    "Let our policy help us.",
  ),
  pattern(
    "books-will-stimulated",
    "@P&!@VN can|could|would|should|will|must|may ~not|also|always [ @D&!@VNX ] <article>|<possessive>|<object>|it",
    "{4:V}",
    "Customers will received it. => Customers will receive it.",
    "Parents could put it there.",
  ),
  pattern(
    "adverts-are-make",
    "^ ~the|our|these|those|all|many @P&!@N are|were ~not|also [ @V&!@NPJDCGRX&!be ] <article>|<possessive>|<object>",
    "{6:G}",
    "Our users are make the cakes. => Our users are making the cakes.",
    "Those who are make-up artists.",
  ),
];
