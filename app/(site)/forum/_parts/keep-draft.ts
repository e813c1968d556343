import { tellInput } from '@/app/(site)/forum/_parts/apply-edit';
import {
  type Fields,
  isBlank,
  type Kept,
  meetDraft,
  readKept,
  sameFields,
  signOf,
  waitForSave,
} from '@/app/(site)/forum/_parts/draft-rules';
import {
  deleteDraft,
  draftStorageKey,
  fetchDraft,
  putDraft,
  readLocal,
  writeLocal,
} from '@/app/(site)/forum/_parts/draft-store';

/** What the writer is told. `choice`: there is another text, and which one stays is theirs to say. */
export type DraftState = {
  saved: '' | 'site' | 'browser';
  restored: boolean;
  choice: '' | 'offered' | 'newer';
};
export const NO_DRAFT: DraftState = { saved: '', restored: false, choice: '' };

export type DraftKeeper = {
  /** Takes the other text (true) or goes on with this one. */
  choose: (other: boolean) => void;
  /** Back to what the page came with. */
  startOver: () => void;
  /** The form is being sent: nothing is saved meanwhile. */
  pause: (isSending: boolean) => void;
  /** It was posted. */
  forget: () => void;
  stop: () => void;
};

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const AGAIN_MS = 10_000;

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (field): field is Field =>
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement ||
      (field instanceof HTMLInputElement && field.type === 'text'),
  );
}

function valuesOf(form: HTMLFormElement): Fields {
  return Object.fromEntries(
    fieldsOf(form)
      .filter(({ name }) => name !== '')
      .map(({ name, value }) => [name, value]),
  );
}

/** What the page came with, whatever the browser has put back into its fields since. */
function defaultsOf(form: HTMLFormElement): Fields {
  const defaultOf = (field: Field): string =>
    field instanceof HTMLSelectElement
      ? ([...field.options].find((option) => option.defaultSelected)?.value ?? field.value)
      : field.defaultValue;
  return Object.fromEntries(
    fieldsOf(form)
      .filter(({ name }) => name !== '')
      .map((field) => [field.name, defaultOf(field)]),
  );
}

/**
 * Keeps what is typed into a form: in this browser on every input, at the site after a pause. Puts it back when the form
 * comes again. Where another tab or device has saved since, nothing is overwritten until the writer has chosen.
 */
export function keepDraft(
  form: HTMLFormElement,
  key: string,
  tell: (state: DraftState) => void,
): DraftKeeper {
  const initial = defaultsOf(form);
  const base = signOf(initial);
  const writable = fieldsOf(form).flatMap((field) =>
    field instanceof HTMLSelectElement ? [] : [field.name],
  );
  const ends = new AbortController();
  let state = NO_DRAFT;
  let seq = 0;
  let other: Pick<Kept, 'seq' | 'fields'> | null = null;
  let firstUnsaved = 0;
  let lastChange = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: AbortController | null = null;
  let isPaused = false;
  let isFilling = false;

  const say = (news: Partial<DraftState>) => {
    state = { ...state, ...news };
    if (!ends.signal.aborted) tell(state);
  };
  const here = (): Kept => ({ seq, fields: valuesOf(form), base });
  const keepLocal = () => {
    const draft = here();
    if (other) return writeLocal(key, 'sessionStorage', draft);
    const isNothing = isBlank(draft.fields) || sameFields(draft.fields, initial);
    writeLocal(key, 'localStorage', isNothing ? null : draft);
  };
  const fill = (fields: Fields) => {
    isFilling = true;
    for (const field of fieldsOf(form)) {
      const value = fields[field.name];
      if (value === undefined || value === field.value) continue;
      field.value = value;
      tellInput(field);
    }
    isFilling = false;
  };
  const offer = (draft: Pick<Kept, 'seq' | 'fields'>, choice: 'offered' | 'newer') => {
    other = draft;
    clearTimeout(timer);
    say({ choice, saved: '' });
    if (firstUnsaved > 0) keepLocal();
  };
  const schedule = () => {
    clearTimeout(timer);
    if (other || isPaused || firstUnsaved === 0 || document.visibilityState === 'hidden') return;
    timer = setTimeout(save, waitForSave({ firstUnsaved, lastChange, now: Date.now() }));
  };
  const changed = () => {
    if (isFilling) return;
    lastChange = Date.now();
    if (firstUnsaved === 0) firstUnsaved = lastChange;
    keepLocal();
    schedule();
  };

  async function save(isLeaving = false): Promise<void> {
    if (other || isPaused || firstUnsaved === 0 || (sending && !isLeaving)) return;
    clearTimeout(timer);
    const draft = here();
    const since = firstUnsaved;
    firstUnsaved = 0;
    if (isBlank(draft.fields) || sameFields(draft.fields, initial)) {
      if (seq > 0) deleteDraft(key);
      seq = 0;
      say({ saved: '' });
      return;
    }
    const mine = new AbortController();
    sending = mine;
    try {
      const saved = await putDraft(key, draft, { isLeaving, signal: mine.signal });
      if (saved.ok) {
        seq = saved.seq;
        if (!other) keepLocal();
        say({ saved: 'site' });
      } else if (saved.newer && sameFields(saved.newer.fields, valuesOf(form))) seq = saved.newer.seq;
      else if (saved.newer) offer(saved.newer, 'newer');
      else throw new Error('not saved');
    } catch {
      if (mine.signal.aborted || ends.signal.aborted) return;
      firstUnsaved = since;
      say({ saved: 'browser' });
      clearTimeout(timer);
      timer = setTimeout(save, AGAIN_MS);
      return;
    } finally {
      if (sending === mine) sending = null;
    }
    schedule();
  }

  function meet(draft: Kept | null): void {
    const shown = valuesOf(form);
    const meaning = meetDraft(draft, { shown, initial, writable });
    if (!draft) return;
    if (meaning === 'offer') {
      offer(draft, 'offered');
      return;
    }
    seq = draft.seq;
    if (meaning === 'nothing') return;
    fill(draft.fields);
    say({ restored: true });
  }

  async function begin(): Promise<void> {
    const undecided = readLocal(key, 'sessionStorage');
    const local = undecided ?? readLocal(key, 'localStorage');
    seq = local?.seq ?? 0;
    meet(local);
    // What was typed before any script ran must not be lost by leaving right now.
    if (!other && !sameFields(valuesOf(form), initial)) keepLocal();
    const kept = await fetchDraft(key);
    if (ends.signal.aborted || other) return;
    const shown = valuesOf(form);
    const holds = (fields: Fields) => kept !== null && sameFields({ ...fields, ...kept.fields }, fields);
    const isSaved = holds(shown);
    if (!kept || isSaved || holds(initial)) seq = kept?.seq ?? 0;
    else if (local && local.seq !== kept.seq && !sameFields(shown, initial)) {
      offer(kept, 'newer');
      return;
    } else if (!local) meet(kept);
    writeLocal(key, 'sessionStorage', null);
    // What this browser has and the site does not; what the site has already is not saved again, for its number would grow.
    if (isSaved || other || sameFields(valuesOf(form), initial)) return;
    if (!kept || local || !state.restored) changed();
  }

  const onStorage = (event: StorageEvent) => {
    if (event.key !== draftStorageKey(key)) return;
    const theirs = readKept(event.newValue);
    if (!theirs) {
      // Posted or thrown away there.
      seq = 0;
      if (other) choose(false);
    } else if (sameFields(theirs.fields, valuesOf(form))) {
      seq = theirs.seq;
      if (other) choose(false);
    } else offer(theirs, state.choice || 'newer');
  };
  const onVisible = () => {
    if (document.visibilityState === 'hidden') save(true);
    else schedule();
  };

  function choose(takesOther: boolean): void {
    if (!other) return;
    seq = other.seq;
    if (takesOther) fill(other.fields);
    other = null;
    writeLocal(key, 'sessionStorage', null);
    say({ choice: '' });
    if (takesOther) keepLocal();
    else if (!sameFields(valuesOf(form), initial)) changed();
  }
  function forget(): void {
    sending?.abort();
    clearTimeout(timer);
    other = null;
    firstUnsaved = 0;
    seq = 0;
    writeLocal(key, 'localStorage', null);
    writeLocal(key, 'sessionStorage', null);
    deleteDraft(key);
    say(NO_DRAFT);
  }

  const { signal } = ends;
  form.addEventListener('input', changed, { signal });
  window.addEventListener('storage', onStorage, { signal });
  document.addEventListener('visibilitychange', onVisible, { signal });
  window.addEventListener('pagehide', () => save(true), { signal });
  begin().catch(() => {
    // The site cannot be asked; what this browser has is in the form.
  });

  return {
    choose,
    startOver: () => {
      fill(initial);
      forget();
    },
    pause: (isSending) => {
      isPaused = isSending;
      if (isSending) sending?.abort();
      else schedule();
    },
    forget,
    stop: () => {
      save(true);
      clearTimeout(timer);
      ends.abort();
    },
  };
}
