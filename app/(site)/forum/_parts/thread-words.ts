/** "1 reply", "12 replies". */
export function replyWords(count: number): string {
  return count === 1 ? '1 reply' : `${count.toLocaleString('en')} replies`;
}
