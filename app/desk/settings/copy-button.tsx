'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';

/** So long it says that it is done. */
const THANKED_FOR_MS = 2_000;

/** Copies a text. Without script, or where a browser keeps the clipboard to itself, it is not there: the text beside it
 * can be selected with one click. */
export function CopyButton({ text }: { text: string }) {
  const [canCopy, setCanCopy] = useState(false);
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => setCanCopy('clipboard' in navigator), []);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), THANKED_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  if (!canCopy) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setCanCopy(false),
    );
  return (
    <Button onClick={() => void copy()}>
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span role="status">{isCopied ? 'Copied' : 'Copy'}</span>
    </Button>
  );
}
