'use client';

import { Paperclip } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button, buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { FormMessage } from '@/app/_ui/form-message';
import { tellInput } from '@/app/(site)/forum/_parts/apply-edit';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { PrivateFileRows } from '@/app/(site)/forum/new/private-file-rows';
import { PrivateFilesField } from '@/app/(site)/forum/new/private-files-field';
import {
  PRIVATE_FILES_MAX,
  type PrivateFile,
  readPrivateFiles,
  writePrivateFiles,
} from '@/lib/asking/private-files';
import { ACCEPTED } from '@/lib/uploads/names';
import { say } from '@/lib/words/say';

type Props = { value: string; error?: string };

/** The same with script: files are sent as soon as they are chosen or dropped, and are part of the form's draft. */
export function PrivateFilesBox({ value, error }: Props) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return scripted ? (
    <Chooser value={value} error={error} />
  ) : (
    <PrivateFilesField value={value} error={error} />
  );
}

function Chooser({ value, error }: Props) {
  const { words: all } = useWriting();
  const words = all.details.shopFiles;
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState(() => readPrivateFiles(value));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isOver, setOver] = useState(false);
  const [sending, setSending] = useState(0);
  const waiting = useRef(0);

  const here = () => readPrivateFiles(field.current?.value ?? '');
  const write = (next: readonly PrivateFile[]) => {
    if (!field.current) return;
    field.current.value = writePrivateFiles(next);
    tellInput(field.current);
  };
  const remove = ({ fileName }: PrivateFile) => write(here().filter((file) => file.fileName !== fileName));
  const wait = (more: number) => {
    waiting.current += more;
    setSending(waiting.current);
    chooser.current?.setCustomValidity(waiting.current > 0 ? words.wait : '');
  };
  const complain = (problem: string) => setProblems((known) => [...known, problem]);

  async function add(chosen: readonly File[]): Promise<void> {
    setProblems([]);
    const room = PRIVATE_FILES_MAX - here().length - waiting.current;
    if (chosen.length > room) complain(say(words.atMost, { n: PRIVATE_FILES_MAX }));
    await Promise.all(chosen.slice(0, Math.max(0, room)).map(addOne));
  }
  async function addOne(file: File): Promise<void> {
    wait(1);
    try {
      const { sendFile } = await import('@/app/(site)/forum/_parts/send-file');
      const sent = await sendFile(file, () => undefined);
      if (sent.ok) write([...here(), { fileName: sent.fileName, title: sent.title }]);
      else complain(`${say(all.files.failed, { name: file.name })} ${sent.words ?? all.files.cannotSend}`);
    } catch {
      complain(say(all.files.failed, { name: file.name }));
    } finally {
      wait(-1);
    }
  }
  const onDrag = (isNear: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(isNear);
    if (event.type === 'drop') add([...event.dataTransfer.files]);
  };

  return (
    <fieldset
      className={classNames(
        'grid gap-3 rounded-lg',
        isOver && 'bg-accent-soft outline-2 outline-accent-text',
      )}
      onDragOver={onDrag(true)}
      onDragLeave={onDrag(false)}
      onDrop={onDrag(false)}
    >
      <legend className="font-semibold">
        {words.label}
        <span className="ms-2 text-[0.88rem] font-normal text-muted">{all.edit.optional}</span>
      </legend>
      <p id="private-files-hint" className="-mt-2 text-[0.9rem] text-muted">
        {words.hint}
      </p>
      <textarea
        ref={field}
        hidden
        name="privateFiles"
        aria-label={words.list}
        defaultValue={value}
        onInput={() => setFiles(here())}
      />
      <PrivateFileRows
        files={files}
        onMissing={(file) => {
          remove(file);
          complain(say(words.gone, { name: file.title }));
        }}
      >
        {(file) => (
          <Button
            size="small"
            variant="quiet"
            aria-label={say(words.removeOne, { name: file.title })}
            onClick={() => {
              remove(file);
              chooser.current?.focus();
            }}
          >
            {words.remove}
          </Button>
        )}
      </PrivateFileRows>
      <div>
        <label
          className={classNames(
            buttonClasses('secondary', 'small'),
            'cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-offset-2',
          )}
        >
          <Paperclip aria-hidden />
          {words.add}
          <input
            ref={chooser}
            type="file"
            multiple
            accept={ACCEPTED}
            aria-describedby="private-files-hint"
            className="sr-only"
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p role="status" className="text-[0.95rem] empty:hidden">
        {sending === 0 ? '' : sending === 1 ? words.adding : say(all.files.addingMany, { n: sending })}
      </p>
      {[...(error ? [error] : []), ...problems].map((problem) => (
        <FormMessage key={problem} kind="error">
          {problem}
        </FormMessage>
      ))}
    </fieldset>
  );
}
