/** A file that loads others. */
export type SheetKind = "style sheet" | "manifest";

/** Returns the kind of a file by its content type, independent of its name (`/style.php`); null for other files. */
export function sheetKind(address: string, contentType: string | string[] | undefined): SheetKind | null {
  const type = String(contentType ?? "");
  if (/^\s*text\/css\b/i.test(type)) return "style sheet";
  const isNamedSo = /\.webmanifest$|\/manifest\.json$/i.test(new URL(address).pathname);
  return /manifest\+json/i.test(type) || (/json/i.test(type) && isNamedSo) ? "manifest" : null;
}
