/**
 * Lists pairs of words that a dictionary has both, of which neither is written by mistake for the other: two spellings of one word, or two
 * words for the same ("mail us").
 */
const PAIRS = (
  "programme program,licence license,tyre tire,kerb curb,storey story,draught draft,metre meter,disc disk,cheque check," +
  "enquiry inquiry,enquire inquire,judgement judgment,plough plow,mould mold,sceptic skeptic,yoghurt yogurt,adviser advisor," +
  "forum fora,mail email,centre center,theatre theater,fibre fiber,tonne ton,ageing aging,focused focussed,enquiries inquiries"
)
  .split(",")
  .map((pair) => pair.split(" "));

const OTHERS: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([one = "", other = ""]) =>
    ["", "s"].flatMap((ending): [string, string][] => [
      [one + ending, other + ending],
      [other + ending, one + ending],
    ]),
  ),
);

/** Returns true if two words are spellings of one: "programme" and "program", "licences" and "licenses". */
export function isSameWord(word: string, other: string): boolean {
  const same = OTHERS.get(word);
  return same !== undefined && (same === other || same === `${other}s` || `${same}s` === other);
}
