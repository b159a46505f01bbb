/** A file that asks for further ones. */
export type SheetKind = "style sheet" | "manifest";

/** What such a file is, by the type that its server names, however it is called (`/style.php`); null for all others. */
export function sheetKind(address: string, contentType: string | string[] | undefined): SheetKind | null {
  const type = String(contentType ?? "");
  if (/^\s*text\/css\b/i.test(type)) return "style sheet";
  const isNamedSo = /\.webmanifest$|\/manifest\.json$/i.test(new URL(address).pathname);
  return /manifest\+json/i.test(type) || (/json/i.test(type) && isNamedSo) ? "manifest" : null;
}
