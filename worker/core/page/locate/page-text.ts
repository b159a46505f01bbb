/** One text node of a page. `shown`: no style hides it. */
export type TextPiece = { text: string; shown: boolean };

/**
 * Texts between two block-level boundaries, in reading order: what a Block is made of. `pieces` are indexes of text nodes; `owners`: indexes
 * of the selectors whose element the run belongs to; `within`: of those whose element contains that one.
 */
export type TextRun = { pieces: number[]; owners: number[]; within: number[] };

/** Text of a page in a browser, as `readPageText` in worker/browser collects it for some selectors. */
export type PageText = { pieces: TextPiece[]; runs: TextRun[] };

/** Part of a text node, in UTF-16 code units. */
export type PieceRange = { piece: number; start: number; end: number };
