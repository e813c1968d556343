/** A segment of an address as it was written; one with broken escapes is what it looks like. */
export function segmentText(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
