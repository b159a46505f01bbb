import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Rows: words, the prepositions that are wrong after them, the right one, a word that the example goes on with. */
const ROWS = `
proud|tired|capable|aware|afraid|ashamed|jealous|fond|full on|from|with of it
interested|specialised|specialized on|about|at in it
interested for in it
involved on|about in it
specialise|specialises|specialize|specializes|specialising|specializing on|at|for in it
responsible of|on for it
married with to her
different of from it
similar with|of to it
close from to it
depend|depends|depended|depending of|from|at on it
rely|relies|relying of|to|at on it
consist|consists|consisted|consisting from|by of it
passionate for|on|of about it
satisfied|pleased|happy of|from with it
participate|participates|participated|participating at|to in it
`;
/** Words that follow: before others, a part of its own may begin ("proud from day one"). */
const AFTER = "<possessive>|the|this|these|those|<object>|it|you|all|what|how|everything|other|others|old|new|both";
/** The rule of one row. */
function wrongAfter([words = "", wrong = "", right = "", next = ""]: readonly string[]): PatternRule[] {
  const [word = ""] = words.split("|");
  const [first = ""] = wrong.split("|");
  const subject = /^(?:specialise|specialize|depend|rely|consist|participate)$/u.test(word) ? "They" : "We are";
  return [
    pattern(
      `after-${word}-${first}`,
      `[ ${words} ${wrong} ] ${AFTER} !own`,
      `{1} ${right}`,
      `${subject} ${word} ${first} ${next}. => ${subject} ${word} ${right} ${next}.`,
      `${subject} ${word} ${right} ${next}.`,
    ),
  ];
}

/** Prepositions after adjectives, participles and verbs that take one only. */
export const AFTER_ADJECTIVES: readonly PatternRule[] = [
  ...ROWS.trim()
    .split("\n")
    .flatMap((row) => wrongAfter(row.split(" "))),
  pattern(
    "similar-as-the",
    "[ similar as ] the|this|those|these|<possessive>|all|other|others",
    "similar to",
    "Our rooms are similar as the others. => Our rooms are similar to the others.",
    "It is very similar as it grew from it.",
  ),
  pattern(
    "arrived-to",
    "[ arrive|arrives|arrived|arriving to ] the|our|your|a|my|his|her|their|this",
    "{1} at",
    "We arrived to the station late. => We arrived at the station late.",
    "We arrived to find it shut.",
  ),
  pattern(
    "consists-in-four",
    "[ consist|consists|consisted|consisting in|on|with ] <counted>|@U|several|many|a|an",
    "{1} of",
    "The house consists in four flats. => The house consists of four flats.",
  ),
  pattern(
    "ask-to-our",
    "^|or|and|please [ ask to our|your|the|us|them|him|her ]",
    "ask {4}",
    "Please ask to our team. => Please ask our team.",
    "They ask to see the vet.",
  ),
];
