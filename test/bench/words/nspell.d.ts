declare module "nspell" {
  /** `data` holds every form of every word, made when the dictionary is read. */
  type Nspell = { correct(word: string): boolean; data: Readonly<Record<string, unknown>> };
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): Nspell;
}
