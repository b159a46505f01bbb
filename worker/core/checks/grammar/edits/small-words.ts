/** Words that may be missing between two others, or be one too many. */
export const SMALL_WORDS: readonly string[] = (
  "a an the to of is are be was were in on at for with it that i you he they do does have has had not as by and if from about been will " +
  "would their your my"
).split(" ");

/** Words that are written for each other. */
const GROUPS = (
  "in on at of to for with by from about into over during since until,a an the,is are was were be been am being,have has had having," +
  "do does did,i me my mine,he him his,they them their,we us our,she her,this these,that those,and or but so,who which that whose," +
  "if whether,than then,as like,much many,few little less fewer,some any,other another others,every all each,so very too such,no not," +
  "there it,can could will would may might must shall should,when where what how why"
)
  .split(",")
  .map((group) => group.split(" "));

/** Maps a small word to those that it may be written for. */
export const RIVALS: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(GROUPS.flat())].map((word) => [
    word,
    GROUPS.filter((group) => group.includes(word)).flatMap((group) => group.filter((other) => other !== word)),
  ]),
);
