declare module "nspell" {
  type Nspell = { correct(word: string): boolean };
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): Nspell;
}
