/** A report of any checker on one text, in UTF-16 code units of the text. */
export type Flag = {
  start: number;
  end: number;
  kind: "spelling" | "grammar";
  suggestions: readonly string[];
  isMailed: boolean;
};

/** Checks texts and returns the reports of each. */
export type Checker = (texts: readonly string[]) => Promise<Flag[][]>;
