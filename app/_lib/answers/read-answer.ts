type Parser<T> = (json: unknown) => T | null;

/**
 * Returns an answer of our server, parsed; null if it, or the code that parses it, did not arrive whole, so that the caller tries again.
 * The parser is loaded here, as most pages never need one.
 */
export async function readAnswer<T>(load: () => Promise<unknown>, loadParser: () => Promise<Parser<T>>): Promise<T | null> {
  try {
    const parse = await loadParser();
    return parse(await load());
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    if (error instanceof Error && error.name === "ChunkLoadError") return null;
    throw error;
  }
}
