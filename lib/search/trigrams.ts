/** Three letters in a row of a word, its ends marked by a blank, as numbers: a hash, since nobody reads them. */
export function trigramsOf(word: string): number[] {
  const marked = ` ${word} `;
  const found: number[] = [];
  for (let i = 0; i + 3 <= marked.length; i += 1) {
    const [a, b, c] = [marked.charCodeAt(i), marked.charCodeAt(i + 1), marked.charCodeAt(i + 2)];
    found.push((Math.imul(Math.imul(a, 65_599) + b, 65_599) + c) | 0);
  }
  return found;
}
