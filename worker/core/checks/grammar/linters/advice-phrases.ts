import type { StyleRule } from "../../../style-rules.ts";
import { type PatternGroup, type PatternRule, pattern, phrases } from "../engine/pattern-rule.ts";

/** Lists wordy phrases that retext does not know, with shorter ones. */
const WORDINESS = phrases(`
so as to => to
despite|notwithstanding the fact that => although
in spite of the fact that => although
in view of the fact that => because
in the event that => if
in the absence of => without
for the purpose of => for
for the reason that => because
at this|that point in time => now // then
at this moment in time => now
subsequent to => after
a large|great|vast number of => many
the majority of => most
in the majority of cases => usually
has|have the ability to => can
is|are able to => can
is|are capable of => can
in close proximity to => near
in connection with => about
on the subject of => about
on a daily|weekly|monthly|regular basis => {3} // regularly
make|makes|made a decision => decide
make|makes|making an attempt => try
have|has a tendency to => tend to
give|gives consideration to => consider
take into consideration => consider
conduct|conducts an investigation => investigate
provide|provides assistance => help
utilizes|utilises => uses
utilized|utilised => used
utilizing|utilising => using
commences => starts
commenced => started
endeavour to => try to
exact same => same
general public => public
absolutely essential|necessary => {2}
all of the => all the
it is important to note that => (leave it out)
it should be noted that => (leave it out)
needless to say => (leave it out)
in a manner of speaking => (leave it out)
what i mean to say is => (leave it out)
for all intents and purposes => in effect
on the occasion of => on
as being => as
period|periods of time => {1}
end result => result
the above-mentioned|abovementioned => this // these
above-mentioned => this
`);

/**
 * Lists terms that may exclude readers, with the usual alternatives, if retext does not know the term or has a less usual
 * alternative.
 */
const SENSITIVE = phrases(`
stewardess => flight attendant
stewardesses => flight attendants
layman => layperson
cleaning lady => cleaner
male nurse => nurse
female doctor|engineer|lawyer|pilot => {2}
whitelist => allowlist
whitelisted => allowed
master / slave => primary/replica
the disabled|handicapped|blind|deaf => people who are {2}
handicapped => disabled
mentally ill|retarded => person with a mental illness
illegal alien|aliens => undocumented immigrant
elderly people => older people
the elderly => older people
`);

const PASSIVE = [
  pattern(
    "passive",
    "[ is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't ~not ~@R @C&!been&!had ]",
    [],
    "The cake was eaten. => Somebody ate the cake.",
    "The cake is good, and Ann has eaten it.",
  ),
];

const MESSAGES: Readonly<Record<StyleRule, string>> = {
  wordiness: "“{text}” can be said shorter: {fix}.",
  passive: "“{text}” does not say who does it; the active voice would.",
  sensitive: "Some readers may feel shut out by “{text}”; usual today is “{fix}”.",
  readability: "This sentence is long and has many difficult words; two shorter sentences would be easier to read.",
  profanity: "Some readers may be offended by “{text}”; use another word.",
};

/**
 * Returns the group of a kind of advice, with patterns that retext lacks. Advice is never mailed, because it is not about
 * mistakes.
 */
const advice = (rule: StyleRule, patterns: readonly PatternRule[] = []): PatternGroup => ({
  rule: `grammar/style-${rule}`,
  severity: "hint",
  confidence: 0.3,
  message: MESSAGES[rule],
  patterns,
});

/**
 * Groups of patterns by kind of advice. retext finds only passives of irregular verbs, one in eight, so a pattern finds the rest.
 */
export const ADVICE: Readonly<Record<StyleRule, PatternGroup>> = {
  wordiness: advice("wordiness", WORDINESS),
  passive: advice("passive", PASSIVE),
  sensitive: advice("sensitive", SENSITIVE),
  readability: advice("readability"),
  profanity: advice("profanity"),
};
