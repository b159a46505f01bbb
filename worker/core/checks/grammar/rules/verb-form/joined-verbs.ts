import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Maps nouns to the verb and particle that they are often written for. */
const JOINED: Readonly<Record<string, string>> = {
  setup: "set up",
  backup: "back up",
  login: "log in",
  logon: "log on",
  logout: "log out",
  logoff: "log off",
  shutdown: "shut down",
  cleanup: "clean up",
  startup: "start up",
  signup: "sign up",
  rollback: "roll back",
  lookup: "look up",
  checkout: "check out",
  checkin: "check in",
  signin: "sign in",
  workout: "work out",
  pickup: "pick up",
  followup: "follow up",
};

/** Lists words after which "to" begins an infinitive. */
const BEFORE_TO =
  "able|want|wants|wanted|need|needs|needed|how|try|trying|tried|going|order|possible|impossible|easy|easier|hard|essential|important|necessary|have|has|had|wish|allowed|forget|remember|required|recommended";
/** Lists marks and words that end a clause or begin an object, so that the word before them cannot be part of a longer noun. */
const AFTER = "<determiner>|<object>|it|all|both|everything|.|,|!|?|$|and|or|again|before|after";
const AFTER_LOGIN = "to|into|with|as|on|at|via|using|remotely|from|in";

/** Lists rules for nouns in the place of verbs: "You can setup a server". */
export const JOINED_VERBS: readonly PatternRule[] = Object.entries(JOINED).map(([joined, apart]) => {
  const hyphened = apart.replace(" ", "-");
  const written = `${joined}|${hyphened}`;
  const after = apart.startsWith("log ") ? `${AFTER}|${AFTER_LOGIN}` : AFTER;
  return pattern(
    `verb-${joined}`,
    [
      `!^&!how&!when&!why&!where&!what&!which&!while <modal>|don't|doesn't|didn't|please ~not|also|then|always|only|just|easily|automatically [ ${written} ] !@NP`,
      `please ~not|also|then|always|only|just|easily|automatically [ ${written} ] !@NP`,
      `here|below|above|now|button|link|and to [ ${written} ] =|<determiner>|<object>`,
      `<modal> [ ${written} ] by|before|on|at|from|with|until|online|here`,
      `<modal> ~not|also|then|always|only|just|easily|automatically [ ${written} ] <determiner>`,
      `${BEFORE_TO} to ~automatically|easily|quickly|also [ ${written} ] ${after}|@NPJ&!page|Aa`,
      `!due&!thanks&!prior&!related&!access&!back&!move&!link&!links&!go&!return&!respect&!according&!similar&!switch&!next&!up to ~automatically|easily [ ${written} ] <determiner>|<object>|it`,
      `i|you|we|they [ ${written} ] ${after}`,
    ],
    apart,
    [
      `You can ${joined} it now. => You can ${apart} it now.`,
      `They use it to ${hyphened} the rest. => They use it to ${apart} the rest.`,
      `She tells you how to ${joined}. => She tells you how to ${apart}.`,
    ],
    [
      `Can ${joined} take long?`,
      `Thanks to ${joined} and care, it works.`,
      `This is due to ${joined} problems, and related to ${joined}.`,
      `Go to ${joined} and see the ${joined} there.`,
      `You ${apart} what you can ${apart}.`,
    ],
  );
});
