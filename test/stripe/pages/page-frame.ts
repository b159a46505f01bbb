const ENTITIES: { [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes text for HTML and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Formats US cents as dollars. */
export function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #fff; --ink: #1a1f36; --muted: #596275; --line: #d9dee7; --accent: #4b45d6; --on: #fff; --note: #fff3d6; }
@media (prefers-color-scheme: dark) { :root { --ground: #101218; --card: #191c25; --ink: #eceef4; --muted: #a5adbd; --line: #333949; --accent: #aaa6ff; --on: #14122e; --note: #3a2f12; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 2rem 1.25rem; }
.note { background: var(--note); border-radius: .5rem; padding: .75rem 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem; margin-top: 1.25rem; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 0 0 .75rem; } p { margin: .25rem 0; } .muted { color: var(--muted); }
.price { font-size: 2rem; font-weight: 600; }
form { display: grid; gap: .6rem; margin-top: 1rem; }
button, a.button { font: inherit; padding: .65rem 1rem; border-radius: .45rem; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; text-align: center; text-decoration: none; display: block; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; }
.fault { color: #b3261e; font-weight: 600; } @media (prefers-color-scheme: dark) { .fault { color: #ff9c93; } }
`;

/** Returns a whole page of the stand-in. `body` is HTML with escaped texts. */
export function pageFrame(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>
<p class="note"><strong>No money moves.</strong> This page stands in for Stripe while Flawless has no Stripe key.</p>
${body}</main></body></html>`;
}
