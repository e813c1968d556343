import { expect, test } from 'vitest';
import { meetDraft, readKept, sameFields, signOf, waitForSave } from '@/app/(site)/forum/_parts/draft-rules';

test('saved two seconds after the last change, and at least every ten while typing goes on', () => {
  expect(waitForSave({ firstUnsaved: 0, lastChange: 0, now: 0 })).toBe(2000);
  expect(waitForSave({ firstUnsaved: 0, lastChange: 9000, now: 9500 })).toBe(500);
  expect(waitForSave({ firstUnsaved: 0, lastChange: 12_000, now: 12_000 })).toBe(0);
});

const blank = { title: '', body: '' };
const writable = ['title', 'body'];

test('a draft goes back into the form it began in', () => {
  const draft = { fields: { title: '', body: 'Half a th' }, base: signOf(blank) };
  expect(meetDraft(draft, { shown: blank, initial: blank, writable })).toBe('restore');
  expect(meetDraft(null, { shown: blank, initial: blank, writable })).toBe('nothing');
  expect(meetDraft({ ...draft, fields: blank }, { shown: blank, initial: blank, writable })).toBe('nothing');
});

test('the draft of an edit goes back while the post is as it was, and is offered when it changed meanwhile', () => {
  const post = { body: 'As posted' };
  const draft = { fields: { body: 'As posted, and more' }, base: signOf(post) };
  expect(meetDraft(draft, { shown: post, initial: post, writable: ['body'] })).toBe('restore');
  const changed = { body: 'As corrected by the shop' };
  expect(meetDraft(draft, { shown: changed, initial: changed, writable: ['body'] })).toBe('offer');
});

test('what an address brought, or what is typed already, is never overwritten', () => {
  const draft = { fields: { title: '', body: 'Half a th' }, base: signOf(blank) };
  const quoted = { title: '', body: '> A quote' };
  expect(meetDraft(draft, { shown: quoted, initial: quoted, writable })).toBe('offer');
  expect(meetDraft(draft, { shown: quoted, initial: blank, writable })).toBe('offer');
});

test('a draft that the page came with is not offered again to somebody who typed on before any script ran', () => {
  const initial = { title: 'T', body: 'Half a th' };
  const draft = { fields: initial, base: signOf(blank) };
  const shown = { title: 'T', body: 'Half a thought' };
  expect(meetDraft(draft, { shown, initial, writable })).toBe('nothing');
});

test('the same text is no draft to speak of, whatever ends its lines', () => {
  const shown = { title: '', body: 'a\nb' };
  expect(meetDraft({ fields: { body: 'a\r\nb' }, base: '' }, { shown, initial: shown, writable })).toBe(
    'nothing',
  );
  expect(sameFields({ a: 'x' }, { a: 'x', b: '' })).toBe(true);
});

test('a category that was chosen for nothing does not keep a draft from coming back', () => {
  const initial = { title: '', body: '', category: 'lamps' };
  const draft = { fields: { title: 'T', body: 'B', category: 'general' }, base: 'of another day' };
  expect(meetDraft(draft, { shown: initial, initial, writable })).toBe('restore');
});

test('what lies in a browser is believed only in its shape', () => {
  expect(readKept('{"seq":3,"fields":{"body":"x","n":1},"base":"b"}')).toEqual({
    seq: 3,
    fields: { body: 'x' },
    base: 'b',
  });
  for (const text of [null, '', '{', '[]', '{"seq":"3","fields":{}}', '{"seq":1}', '7']) {
    expect(readKept(text)).toBeNull();
  }
});
