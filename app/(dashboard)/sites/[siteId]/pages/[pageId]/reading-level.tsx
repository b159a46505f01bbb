/** School years of the US in which a text of this kind is easy to read, up to a grade. */
const LEVELS: readonly (readonly [upTo: number, words: string])[] = [
  [5, "very easy to read"],
  [8, "easy to read for most adults"],
  [12, "takes some care to read"],
  [Number.POSITIVE_INFINITY, "hard to read: shorter sentences and words would help"],
];
/** Children of the first grade are six years old. */
const FIRST_AGE = 5;
const LAST_GRADE = 12;

/** Says how much schooling it takes to read a page, as a grade and in words. */
export function ReadingLevel({ grade }: { grade: number }) {
  const [, words] = LEVELS.find(([upTo]) => grade <= upTo) ?? [];
  const readers = grade > LAST_GRADE ? "college readers" : `readers aged ${grade + FIRST_AGE} and over`;
  return (
    <p className="mt-1 text-sm text-muted">
      Reading level: grade {grade} ({readers}), {words}.
    </p>
  );
}
