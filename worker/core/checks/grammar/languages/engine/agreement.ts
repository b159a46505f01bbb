import type { SentenceReport } from "../../sentence-report.ts";
import { inCaseOf } from "./compile-rule.ts";
import { canBe, isOnly, type Part, type ReadingsOf } from "./parts.ts";

/** A gender and a number: "ms", "fs", "mp", "fp". */
const SLOTS = ["ms", "fs", "mp", "fp"] as const;
type Slot = (typeof SLOTS)[number];

export type AgreementTable = {
  language: string;
  /** Rows of a determiner for each slot: "le la les les"; "-" where there is none. */
  determiners: readonly string[];
  /** Subject pronouns and the slots that they can be. */
  pronouns: Readonly<Record<string, readonly Slot[]>>;
  /** Forms of "be" of the third person and, for pronouns, of the others. */
  copulas: ReadonlySet<string>;
  /** Words that may stand between a copula and what it says. */
  adverbs: ReadonlySet<string>;
  /** Words that do not agree or whose gender or number the dictionary does not know. */
  exceptions: ReadonlySet<string>;
  /** Determiners that are prepositions before words that they do not agree with: "a pé". */
  prepositions?: ReadonlySet<string>;
  /** Words after which a determiner is a pronoun or a number: "le ou la", "mille et une", "tous les deux". */
  notAfter: ReadonlySet<string>;
  /** Endings that make the other forms of a noun or adjective, for suggestions. */
  endings: readonly string[];
  /** True for determiners that are right before a word all the same ("el agua"). */
  isRight?(determiner: string, next: string, slots: readonly Slot[]): boolean;
};

type Found = Omit<SentenceReport, "rule" | "severity" | "by"> & { by: string };

/** Makes a reader that reports articles, nouns and what is said of them that do not agree in gender and number. */
export function createAgreementReports(table: AgreementTable) {
  const rows = table.determiners.map((row) => row.split(" "));
  const slotsOfDeterminer = new Map<string, Slot[]>();
  for (const row of rows)
    for (const [at, word] of row.entries()) {
      const slot = SLOTS[at];
      if (word !== "-" && slot) slotsOfDeterminer.set(word, [...(slotsOfDeterminer.get(word) ?? []), slot]);
    }

  /** Returns the determiner of the same row for a slot. */
  const determinerFor = (word: string, slot: Slot) => {
    const form = rows.find((row) => row.includes(word))?.[SLOTS.indexOf(slot)];
    return form === "-" ? undefined : form;
  };

  return (parts: readonly Part[], readingsOf: ReadingsOf): SentenceReport[] =>
    parts.flatMap((part, at) => {
      const next = parts[at + 1];
      if (part.kind !== "word" || part.isShouted || next?.kind !== "word") return [];
      const found = beforeNoun(parts, at, readingsOf) ?? ofPredicate(parts, at, readingsOf);
      return found
        ? [{ ...found, rule: "grammar/agreement", severity: "error" as const, by: `${table.language}/${found.by}` }]
        : [];
    });

  function beforeNoun(parts: readonly Part[], at: number, readingsOf: ReadingsOf): Found | null {
    const [determiner, word, after] = [parts[at], parts[at + 1], parts[at + 2]];
    if (!determiner || !word) return null;
    const slots = table.prepositions?.has(determiner.lower) ? undefined : slotsOfDeterminer.get(determiner.lower);
    if (!slots || !isSureNominal(word, table) || table.notAfter.has(parts[at - 1]?.lower ?? "")) return null;
    if (/-$/u.test(word.text) || after?.text === "-" || after?.text === "/") return null;
    // "fait par cette certifiée": a participle that is no noun may belong to what comes before.
    if (canBe(word.readings, "P") && !canBe(word.readings, "N")) return null;
    const own = slotsOf(word.readings, "NAP");
    if (own.length === 0 || own.some((slot) => slots.includes(slot)) || table.isRight?.(determiner.lower, word.lower, own))
      return null;
    const isAdjective = canBe(word.readings, "A") && after && isSureNominal(after, table);
    const noun = isAdjective ? slotsOf(after.readings, "N") : own;
    const agreesWithNoun = isAdjective && noun.some((slot) => own.includes(slot));
    const isNumberWrong = !own.some((slot) => slots.some((other) => other[1] === slot[1]));
    const change = isAdjective && !agreesWithNoun ? "adjective" : isNumberWrong ? "number" : "determiner";
    const phrase =
      change === "determiner"
        ? joined(determinerFor(determiner.lower, own[0] ?? "ms"), determiner, word.text)
        : (joined(
            determiner.text,
            determiner,
            formOf(word, change === "number" ? sameGender(own, slots) : slots, readingsOf),
          ) ?? joined(determinerFor(determiner.lower, own[0] ?? "ms"), determiner, word.text));
    return {
      by: isNumberWrong ? "number" : "gender",
      confidence: 0.8,
      message: phrase
        ? `“${determiner.text}” and “${word.text}” do not agree: write “${phrase}”.`
        : `“${determiner.text}” and “${word.text}” do not agree.`,
      start: determiner.start,
      end: word.end,
      suggestions: phrase ? [phrase] : [],
    };
  }

  /** "La terrasse est ouvert", "Elle est arrivé". */
  function ofPredicate(parts: readonly Part[], at: number, readingsOf: ReadingsOf): Found | null {
    const first = parts[at];
    if (!first?.opens) return null;
    const pronoun = table.pronouns[first.lower];
    const noun = parts[at + 1];
    const determined = slotsOfDeterminer.get(first.lower);
    const isNoun = !pronoun && determined && noun && isSureNominal(noun, table) && canBe(noun.readings, "N");
    if (!pronoun && !isNoun) return null;
    const subject = pronoun ?? slotsOf(noun?.readings ?? "", "N").filter((slot) => determined?.includes(slot));
    const copula = parts[at + (pronoun ? 1 : 2)];
    if (!copula || !table.copulas.has(copula.lower) || subject.length === 0) return null;
    let place = at + (pronoun ? 2 : 3);
    while (table.adverbs.has(parts[place]?.lower ?? "")) place++;
    const said = parts[place];
    if (!said || said.isCapital || table.exceptions.has(said.lower) || !isOnly(said.readings, ["A", "P"])) return null;
    const own = slotsOf(said.readings, "AP");
    if (own.some((slot) => subject.includes(slot))) return null;
    // "La chambre est grand confort": something else begins here.
    const after = parts[place + 1];
    if (after && canBe(after.readings, "N") && !canBe(after.readings, "O") && !canBe(after.readings, "R")) return null;
    const right = formOf(said, subject, readingsOf);
    const subjectText = pronoun ? first.text : `${first.text} ${noun?.text}`;
    return {
      by: "predicate",
      confidence: 0.8,
      message: right
        ? `“${said.text}” does not agree with “${subjectText}”: write “${right}”.`
        : `“${said.text}” does not agree with “${subjectText}”.`,
      start: said.start,
      end: said.end,
      suggestions: right ? [right] : [],
    };
  }

  /** Returns the form of a word for one of some slots, found by its ending. */
  function formOf(word: Part, slots: readonly Slot[], readingsOf: ReadingsOf): string | undefined {
    for (let cut = 0; cut <= 4 && cut < word.lower.length - 1; cut++) {
      const stem = word.lower.slice(0, word.lower.length - cut);
      for (const ending of table.endings) {
        const form = stem + ending;
        const found = slotsOf(readingsOf(form), "NAP");
        if (form !== word.lower && slots.some((slot) => found.includes(slot))) return inCaseOf(form, word.text);
      }
    }
    return undefined;
  }
}

function joined(determiner: string | undefined, written: Part, word: string | undefined): string | undefined {
  if (determiner === undefined || word === undefined) return undefined;
  return `${inCaseOf(determiner, written.text)}${determiner.endsWith("'") ? "" : " "}${word}`;
}

/** A noun or adjective and nothing else, and no name. */
function isSureNominal({ readings, lower, isCapital, isShouted }: Part, { exceptions }: AgreementTable): boolean {
  return (
    !isCapital &&
    !isShouted &&
    !exceptions.has(lower) &&
    lower.length > 2 &&
    isOnly(readings, ["N", "A", "P"]) &&
    (canBe(readings, "N") || canBe(readings, "A"))
  );
}

function slotsOf(readings: string, kinds: string): Slot[] {
  return SLOTS.filter((slot) => [...kinds].some((kind) => canBe(readings, kind + slot)));
}

/** Of some slots those of a gender that a word has; all of them where none is. */
function sameGender(own: readonly Slot[], slots: readonly Slot[]): readonly Slot[] {
  const same = slots.filter((slot) => own.some((mine) => mine[0] === slot[0]));
  return same.length > 0 ? same : slots;
}
