import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { PASSWORD_LENGTH } from "./password-length.ts";

/** Passwords found within a million guesses are refused. The sign-in limits allow some hundred guesses a day. */
const LEAST_GUESSES = 1e6;
/** The estimate takes time quadratic in the length; this many characters are enough to be strong. */
const CHARACTERS_READ = 32;

/** Letters and digits that a password needs beside words related to the account. */
const LEAST_OF_ITS_OWN = 6;
const TOO_EASY =
  "This password is too easy to guess: it is common, or made of your address or of a simple pattern. Choose three or four words that do not belong together.";

/** Digits that people typically append to lengthen a password. */
const MOST_DIGITS_ADDED = 6;
const SHORTEST_COMMON = 4;

const commonPasswords = new Set(common["passwords-common"]);
let estimator: ZxcvbnFactory | undefined;

/**
 * Returns the reason, as shown to the user, why a password is too weak; null if it is not. `email` is the account's address.
 */
export function explainWeakPassword(password: string, email: string): string | null {
  if (password.length < PASSWORD_LENGTH.min)
    return `Use at least ${PASSWORD_LENGTH.min} characters. A few words in a row make a good password.`;
  if (password.length > PASSWORD_LENGTH.max) return `Use at most ${PASSWORD_LENGTH.max} characters.`;
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common, ...english },
    graphs: adjacencyGraphs,
    maxLength: CHARACTERS_READ,
  });
  const words = [...wordsOf(email), "flawless"];
  if (isMadeOf(words, password) || isCommon(password.toLowerCase())) return TOO_EASY;
  const { guesses } = estimator.check(password.normalize("NFKC"), words);
  return guesses < LEAST_GUESSES ? TOO_EASY : null;
}

/** Returns true if a password is little more than these words, with any spacing and capitals. */
function isMadeOf(words: string[], password: string): boolean {
  const plain = lettersOf(password);
  const rest = words.map(lettersOf).reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest.length < plain.length && rest.length < LEAST_OF_ITS_OWN;
}

/** Returns true if a password is a common one, alone or followed by digits or one repeated character. */
function isCommon(password: string): boolean {
  for (let length = password.length; length >= SHORTEST_COMMON; length -= 1) {
    if (!commonPasswords.has(password.slice(0, length))) continue;
    const added = password.slice(length);
    const isCount = added.length <= MOST_DIGITS_ADDED && /^\d*$/.test(added);
    if (isCount || new Set(added).size === 1) return true;
  }
  return false;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Returns the address, its parts and the words in them. */
function wordsOf(email: string): string[] {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const words = [email, local, domain, ...local.split(/[^\p{L}\p{N}]+/u), ...domain.split(".")];
  const known = new Set([...words, lettersOf(local)].filter((word) => lettersOf(word).length > 2));
  return [...known].sort((one, other) => other.length - one.length);
}
