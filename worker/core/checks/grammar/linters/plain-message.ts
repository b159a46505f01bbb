/** Returns a message of a checker as plain text: without Markdown or HTML, with curly quotation marks and a final full stop. */
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
