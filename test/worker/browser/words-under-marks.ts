import type { Page } from "playwright";
import type { DrawnPage } from "#worker/browser/pictures/draw-page.ts";

/**
 * Returns, for each mark, the words that the browser itself finds at points in its rectangles, from positions alone. It knows nothing of how
 * the marks were found.
 */
export async function wordsUnderMarks(page: Page, marks: DrawnPage["marks"]): Promise<Map<string, string>> {
  const found = await page.evaluate((wanted) => {
    const wordAt = (text: string, offset: number) => {
      const before = /[\p{L}\p{M}\p{N}'’\u00AD\u200B]*$/u.exec(text.slice(0, offset))?.[0] ?? "";
      const after = /^[\p{L}\p{M}\p{N}'’\u00AD\u200B]*/u.exec(text.slice(offset))?.[0] ?? "";
      return before + after;
    };
    const shadows = (root: Document | ShadowRoot): ShadowRoot[] =>
      [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...shadows(shadowRoot)] : []));
    const caretAt = (within: Document, x: number, y: number): CaretPosition | null => {
      const frame = within.elementFromPoint(x, y);
      const inner = frame instanceof HTMLIFrameElement ? frame.contentDocument : null;
      if (!frame || !inner) return within.caretPositionFromPoint(x, y, { shadowRoots: shadows(within) });
      const { left, top } = frame.getBoundingClientRect();
      const { paddingLeft, paddingTop } = getComputedStyle(frame);
      return caretAt(
        inner,
        x - left - frame.clientLeft - Number.parseFloat(paddingLeft),
        y - top - frame.clientTop - Number.parseFloat(paddingTop),
      );
    };
    return wanted.map(({ id, rects }) => {
      const words: string[] = [];
      for (const { x, y, width, height } of rects) {
        scrollTo({ top: y - innerHeight / 2, behavior: "instant" });
        for (let at = x + Math.min(3, width / 2); at < x + width; at += 6) {
          const point = [at - scrollX, y + height / 2 - scrollY] as const;
          const caret = caretAt(document, ...point);
          const node = caret?.offsetNode;
          const word = node?.nodeType === 3 ? wordAt(node.nodeValue ?? "", caret?.offset ?? 0) : "";
          if (word !== "" && words.at(-1) !== word) words.push(word);
        }
      }
      return [id, words.join("").replace(/[\u00AD\u200B]/g, "")] as const;
    });
  }, marks);
  return new Map(found);
}
