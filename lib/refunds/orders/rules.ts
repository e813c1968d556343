/** A number as people type it, for looking it up: '#tp 1040' finds 'TP-1040'. Empty when it has no letter or digit. */
export function orderNumberKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
