import type { EditedBlock } from "#worker/core/page/snapshot/diff-pages.ts";

/**
 * A text word by word: removed words are struck through, added ones underlined; screen readers hear "deleted" and "inserted".
 */
export function EditedText({ words }: { words: EditedBlock["words"] }) {
  let position = 0;
  return words.map(({ text, kind }) => {
    const key = `${position} ${kind}`;
    position += text.length;
    if (kind === "removed")
      return (
        <del key={key} className="bg-danger-soft decoration-danger">
          {text}
        </del>
      );
    if (kind === "added")
      return (
        <ins key={key} className="bg-success-soft decoration-success decoration-2 underline-offset-2">
          {text}
        </ins>
      );
    return <span key={key}>{text}</span>;
  });
}
