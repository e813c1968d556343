import { Fragment, type ReactNode } from 'react';
import { inPieces } from '@/lib/words/say';

/** A sentence of the catalogue whose places hold more than text: a link, an isolated name, a time. */
export function Sentence({ text, places }: { text: string; places: Readonly<Record<string, ReactNode>> }) {
  let at = 0;
  return inPieces(text).map((piece) => {
    at += 1;
    return <Fragment key={at}>{piece.place ? (places[piece.place] ?? piece.text) : piece.text}</Fragment>;
  });
}
