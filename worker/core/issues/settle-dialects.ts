import type { Finding } from "../checks/finding.ts";
import { DIALECT_USE_RULES } from "../checks/spelling/dialect-uses.ts";
import { isEnglish, type Language } from "../language/languages.ts";

/** Rule of the one Issue that reports mixed spellings on a Site. */
export const MIXED_DIALECTS_RULE = "spelling/mixed-dialects";

type Dialect = keyof typeof DIALECT_USE_RULES;
type Placed = { finding: Finding; block: string | null };

/**
 * Confidence if the same word occurs in both spellings, which must be a mistake; a word in one spelling may have its reason (a
 * quotation, a title).
 */
const SURE = 0.65;
const UNSURE = 0.5;
const NAMED = 5;

/**
 * Decides which English a Site uses: the owner's setting, else the spelling of most words, counting each text once. All words
 * of the other spelling become one Finding with a shared subject. Other dialect Findings are dropped, because a Site that keeps
 * to one spelling has no mistake.
 */
export function settleDialects<P extends Placed>(placed: readonly P[], siteLanguage: "auto" | Language): P[] {
  const uses = placed.filter(({ finding }) => dialectOf(finding) !== null);
  const home = homeDialect(uses, siteLanguage);
  const strays = uses.filter(({ finding }) => dialectOf(finding) !== home);
  const mixture = strays[0] && mixtureOf(strays[0].finding, { home, strays, uses });
  return placed.flatMap((one) => {
    const dialect = dialectOf(one.finding);
    if (dialect !== null) return dialect === home || !mixture ? [] : [{ ...one, finding: inMixture(one.finding, mixture) }];
    return isEnglishHint(one.finding) ? [] : [one];
  });
}

function dialectOf({ rule }: Finding): Dialect | null {
  if (rule === DIALECT_USE_RULES.american) return "american";
  return rule === DIALECT_USE_RULES.british ? "british" : null;
}

/** True for a dialect hint that the spelling check made from one Block alone. */
function isEnglishHint({ rule, message }: Finding): boolean {
  return rule === "spelling/other-dialect" && message.endsWith("English.");
}

function homeDialect(uses: readonly Placed[], siteLanguage: "auto" | Language): Dialect {
  if (siteLanguage !== "auto" && isEnglish(siteLanguage)) return siteLanguage === "en-US" ? "american" : "british";
  const votes = (dialect: Dialect) =>
    new Set(
      uses.filter(({ finding }) => dialectOf(finding) === dialect).map(({ finding, block }) => `${block} ${finding.subject}`),
    ).size;
  return votes("british") > votes("american") ? "british" : "american";
}

type Mixture = { confidence: number; message: string; text: string; suggestions: string[]; excerpt: string };

function mixtureOf(
  first: Finding,
  { home, strays, uses }: { home: Dialect; strays: readonly Placed[]; uses: readonly Placed[] },
): Mixture {
  const atHome = new Set(uses.filter(({ finding }) => dialectOf(finding) === home).map(({ finding }) => finding.subject));
  const pairs = new Map(strays.map(({ finding }) => [finding.subject, finding.suggestions[0] ?? ""]));
  const both = [...pairs].filter(([, right]) => atHome.has(right));
  const speaker = strays.find(({ finding }) => finding.subject === both[0]?.[0])?.finding ?? first;
  const named = [...both, ...[...pairs].filter(([, right]) => !atHome.has(right))].slice(0, NAMED);
  const list = named.map(([stray, right]) =>
    atHome.has(right) ? `both “${right}” and “${stray}”` : `“${stray}” for “${right}”`,
  );
  const more = pairs.size - named.length;
  return {
    confidence: both.length > 0 ? SURE : UNSURE,
    message: `Your site is in ${NAMES[home]} English but also uses ${NAMES[home === "american" ? "british" : "american"]} spellings: ${list.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
    text: speaker.text,
    suggestions: speaker.suggestions,
    excerpt: speaker.excerpt,
  };
}

const NAMES: Record<Dialect, string> = { american: "American", british: "British" };

/** Returns the Finding for one word of the mixture: it keeps its own sentence and shares the Site's message and subject. */
function inMixture(finding: Finding, { confidence, message, text, suggestions, excerpt }: Mixture): Finding {
  const shown = finding.text === text ? finding : { ...finding, text, suggestions, excerpt };
  return { ...shown, rule: MIXED_DIALECTS_RULE, severity: "hint", confidence, message, subject: "mixed-dialects" };
}
