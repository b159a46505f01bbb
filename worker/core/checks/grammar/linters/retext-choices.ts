/**
 * Matches contractions without their apostrophe that are not words themselves. Omits "Id", "hows", "whys", "tis" and "hed", which
 * retext also knows.
 */
export const CONTRACTION =
  /\b(?:(?:ai|are|could|did|does|do|had|has|have|is|might|must|need|sha|should|was|were|would)nt|(?:i|they|we|you|must|should|would)ve|(?:they|you|that|there)d|(?:they|you|what|who)ll|(?:they|you|what|there)re|(?:he|she|that|there|what|where|who)s|im|oclock)\b/iu;

/** Matches an acronym before a word that can be the last of an acronym that retext-redundant-acronyms knows. */
export const ACRONYM_AND_WORD =
  /\b[A-Z]{2,}s? (?i:chicken|code|current|diode|disc|display|exam|format|frequency|hospital|interface|language|line|machine|memory|missile|modulation|mortgage|network|number|protocol|syndrome|system|tax|test|unit|virus)s?\b/u;

/** Lists phrases of retext-simplify that are plain English, or whose replacement fits in few places. */
export const PLAIN_PHRASES: ReadonlySet<string> = new Set(
  "it-is there-is there-are all-of the-use-of as-to as-yet in-addition on-the-other-hand on-the-contrary your-office in-between failed-to benefit-from one-particular not-many not-often not-certain not-unless not-unlike provided-that similar-to took-advantage-of pass-away the-month-of point-in-time be-advised comply-with in-terms-of is-responsible-for has-no-effect take-action-to in-many-cases relative-to time-period in-view-of along-the-lines-of by-means-of during-the-period for-the-purpose-of close-proximity combat-environment state-of-the-art as-a-means-of in-the-process-of it-appears if-and-when limited-number put-simply".split(
    " ",
  ),
);

/**
 * Lists words of retext-simplify that a plainer word can replace nearly anywhere. Its others are plain themselves ("type",
 * "delete").
 */
export const STUFFY_WORDS: ReadonlySet<string> = new Set(
  "accentuate aforementioned ameliorate ascertain bestow commence disseminate elucidate endeavor enumerate expedite expeditious facilitate heretofore herein herewith inception methodology necessitate obligate promulgate remuneration solicit strategise strategize therein thereof transpire utilise utilisation utilization utilize".split(
    " ",
  ),
);

/**
 * Matches rules of retext-equality about titles and terms that have a usual replacement. Its others flag "he", "mother", "simple"
 * and "host".
 */
export const DATED_TERM =
  /(?:alder|assembly|camera|chair|clergy|congress|council|fire|fore|garbage|middle|news|police|post|repair|salary|sales|spokes|sports|watch|weather|work)m[ae]n(?:$|-)|^(?:ablebodied|authoress|blacklist\w*|committed-suicide|deafmute|grandfather(?:ed|ing|-clause)|housewi\w+|lady-doctor|man(?:kind|made|power|hours?)|poetess|sanity-check|sexual-preference|stroke-victim|transgendered|wheelchair-bound)$/u;

/**
 * Matches words that retext-profanities rates as surely profane and that are so in every context. Its others are also names,
 * countries, food or tools ("Bosch", "Cummings", "Niger", "kumquat", "hoe").
 */
export const SWEAR_WORD =
  /^(?:\w*(?:asshole|bitch|blowjob|bollock|cocksuck|cunt|dickhead|faggot|fuck|handjob|jizz|nigger|shit|slut|twat|wank|whore)\w*|(?:arse|crap|dago|dammit|goddamn|golliwog|gook|idiot|jackass|kaffir|kike|moron|nigga|paki|perv|piccaninny|piss|pissed|pisser|polack|poofter|raghead|redskin|retard|retarded|squaw|towel-head|tranny|wetback|wog|wtf|yid)s?)$/u;
