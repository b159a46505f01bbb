/** A block of code that scrolls sideways. `label` names it for screen readers. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      className="max-h-112 overflow-auto rounded-card border border-line bg-sunken px-4 py-3"
    >
      <pre className="w-max font-mono text-xs leading-5">{children}</pre>
    </div>
  );
}
