/** Lists the stems of English verbs that German inflects as its own. Dictionaries have few of them, and fewer of their forms. */
const STEMS = new Set(
  (
    "battl bik blogg boost brunch carv catch chatt check chill coach cover crash cruis deal dribbel dropp fak featur fight " +
    "flash flopp foul gam googl grind hik hyp jamm jobb jogg kick label launch leas lik mail manag match mobb onboard " +
    "outsourc perform pick pimp pitch poker post power promot push raft rapp recycel relax scann scor scroll shak shar shopp " +
    "skat skipp skyp smash snack spamm spoiler sponser sponsor spott stalk stream stretch styl support surf swip switch tagg " +
    "talk team tim toast topp track trend trigger twitter updat upload walk zapp zoom"
  ).split(" "),
);

const ENDING = /^(.+?)(?:e?n|e|e?st|e?t|e?te|e?ten|e?tet|end(?:e[nmrs]?)?)$/u;
const PARTICIPLE = /^(?:\p{L}{2,6})?ge(\p{L}{2,}?)e?t(?:e[nmrs]?)?$/u;

/** Returns true for a form of a verb that German took from English: "powern", "toppten", "gestreamt". */
export function isLoanVerb(word: string): boolean {
  if (word !== word.toLowerCase()) return false;
  return [ENDING, PARTICIPLE].some((form) => STEMS.has(form.exec(word)?.[1] ?? ""));
}
