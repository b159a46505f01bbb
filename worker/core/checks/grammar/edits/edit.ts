/** A kind of small correction: a word that is added, left out, exchanged for another small one, or put into another form. */
export type EditKind = "insert" | "delete" | "replace" | "form";

/** A small correction: the tokens from `from` up to `to` become `fix`, which is empty for a word to leave out. `lead` as in sequence-lead.ts. */
export type Edit = { kind: EditKind; from: number; to: number; fix: string; lead: number };
