import type { SearchIndex } from '@/lib/search/hold-index';

/** A number in a JavaScript array with its share of the spare room. */
const BYTES_PER_LISTING = 11;
/** A stem, its number and its levels' arrays. */
const BYTES_PER_TERM = 300;
/** The facts of a document and its identifiers. */
const BYTES_PER_DOCUMENT = 350;

/** About how many bytes of memory an index takes, for whoever watches the machine. Measured once against the heap. */
export function bytesOf(index: SearchIndex): number {
  let listings = 0;
  for (let term = 1; term < index.termCount; term += 1) listings += index.documentsWith(term);
  return (
    index.tape.bytes +
    listings * BYTES_PER_LISTING +
    index.termCount * BYTES_PER_TERM +
    index.size * BYTES_PER_DOCUMENT +
    index.vocabulary.bytes
  );
}
