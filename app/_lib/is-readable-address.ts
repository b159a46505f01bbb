/** Returns true if every part of an address decodes as UTF-8 and contains no NUL, which PostgreSQL cannot store or compare. */
export function isReadableAddress(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  try {
    if (decodeURIComponent(pathname).includes("\0")) return false;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
  return ![...searchParams].flat().some((part) => part.includes("\0"));
}
