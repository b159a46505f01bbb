const LONGEST = 60;
/** More hyphens, dots or digits in a row than names and addresses of people have, as in `you-have-won-1000000`. */
const MESSAGE = /(?:-[^-\s]*){4}|(?:\.[^.\s]*){5}|\d{7}|:\/\/|www\./iu;

/**
 * Returns a name or an address that a person chose, for a mail to someone who does not know them: with a zero-width non-joiner after each dot
 * and before each @, so that no mail program turns it into a link. Null for one that could carry a message.
 */
export function quotableName(name: string): string | null {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  if (plain === "" || plain.length > LONGEST || MESSAGE.test(plain)) return null;
  return plain.replaceAll(".", ".\u200c").replaceAll("@", "\u200c@");
}
