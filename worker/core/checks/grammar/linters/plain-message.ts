/** A message of a checker as one plain sentence: no Markdown, no HTML, its quotation marks round, a full stop at its end. */
export function plainMessage(message: string): string {
  const plain = message
    .replace(/<[^<>]*>/gu, "")
    .replace(/\[([^[\]]+)\]\([^()]*\)/gu, "$1")
    .replace(/`([^`]+)`/gu, "“$1”")
    .replace(/\*\*|__/gu, "")
    .replace(/(^|[\s(])\*([^*]+)\*/gu, "$1$2")
    .replace(/(^|[\s(])['"]([^'"]+)['"](?=[\s).,;:?!]|$)/gu, "$1“$2”")
    .replace(/\s+/gu, " ")
    .trim();
  return /[.!?]["”)]?$/u.test(plain) ? plain : `${plain}.`;
}
