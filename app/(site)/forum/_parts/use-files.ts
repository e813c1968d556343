'use client';

import { type RefObject, useRef, useState } from 'react';
import { applyEdit, replacePiece, selectionOf } from '@/app/(site)/forum/_parts/apply-edit';
import { insertBlock } from '@/app/(site)/forum/_parts/composer-edits';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { say } from '@/lib/words/say';

/** More at once is an album, and somebody's mistake. */
const AT_ONCE = 10;

export type Files = {
  add: (files: readonly File[]) => void;
  /** How far sending is, in words; '' when nothing is being sent. */
  progress: string;
  /** What could not be added, a sentence each. */
  problems: readonly string[];
  /** How many are on their way. */
  count: () => number;
};

/** Pictures and PDFs that are pasted, dropped or chosen: a placeholder at the caret becomes the file once it is there. */
export function useFiles(area: RefObject<HTMLTextAreaElement | null>, onChange: () => void): Files {
  const words = useWriting().words.files;
  const [progress, setProgress] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const parts = useRef(new Map<string, number>());

  const tell = () => {
    const all = [...parts.current];
    const [name, part] = all[0] ?? ['', 0];
    if (all.length === 0) setProgress('');
    else if (all.length > 1) setProgress(say(words.addingMany, { n: all.length }));
    // In quarters: a number that runs is nothing to listen to.
    else
      setProgress(
        part >= 1
          ? say(words.preparing, { name })
          : say(words.adding, { name, percent: Math.floor(part * 4) * 25 }),
      );
    onChange();
  };

  async function addOne(file: File): Promise<void> {
    const box = area.current;
    if (!box) return;
    const name = freeName(cleanName(file.name), parts.current);
    const holder = `![${say(words.uploading, { name })}]()`;
    applyEdit(box, insertBlock(selectionOf(box), holder));
    parts.current.set(name, 0);
    tell();
    const { sendFile } = await import('@/app/(site)/forum/_parts/send-file');
    const sent = await sendFile(file, (part) => {
      parts.current.set(name, part);
      tell();
    });
    parts.current.delete(name);
    const now = area.current;
    // Gone from the text means: the writer did not want it after all.
    if (now) replacePiece(now, holder, sent.ok ? sent.markdown : '');
    if (!sent.ok)
      setProblems((known) => [...known, `${say(words.failed, { name })} ${sent.words ?? words.cannotSend}`]);
    tell();
  }

  return {
    add: (files) => {
      setProblems([]);
      for (const file of files.slice(0, AT_ONCE)) {
        addOne(file).catch(() => setProblems((known) => [...known, say(words.failed, { name: file.name })]));
      }
    },
    progress,
    problems,
    count: () => parts.current.size,
  };
}

function cleanName(name: string): string {
  return name.replace(/[[\]()\\\n]/g, '').slice(0, 60) || 'file';
}

function freeName(name: string, taken: ReadonlyMap<string, number>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} (${number})`.replace(/[()]/g, '');
    if (!taken.has(tried)) return tried;
  }
}
