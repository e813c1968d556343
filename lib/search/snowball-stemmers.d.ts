declare module 'snowball-stemmers' {
  /** @throws Error when there is no algorithm of this name */
  export function newStemmer(algorithm: string): { stem(word: string): string };
}
