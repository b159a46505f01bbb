import type { ReactNode } from "react";

/** Sample input after a sentence: "… For example /blog or /shop." */
export function Examples({ lines, children }: { lines: string[]; children: ReactNode }) {
  return (
    <>
      {children}{" "}
      {lines.map((line, index) => (
        <span key={line}>
          {index > 0 && (index === lines.length - 1 ? " or " : ", ")}
          <code className="rounded bg-sunken px-1 font-mono text-ink">{line}</code>
        </span>
      ))}
      .
    </>
  );
}
