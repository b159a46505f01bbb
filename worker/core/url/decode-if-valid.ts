/** Percent-decodes text. Text that is no valid percent-encoding of UTF-8 is returned as it is. */
export function decodeIfValid(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
