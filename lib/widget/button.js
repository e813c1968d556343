// @ts-check
// The help button that a shop puts on its own pages, and the panel it opens. It runs on pages that are not ours, under
// policies that are not ours: no markup from text, no style attribute, no request but the frame's. Plain JavaScript,
// because it is served as it is written (make-script.ts).

/**
 * @typedef {{ title: string, open: string, close: string, nothingShown: string, newTab: string }} Words What stands on the
 * button and around the frame, in one language.
 * @typedef {{ words: Record<string, Words> & { en: Words }, colours: string }} Look The words by language, and the
 * accent's shades as custom properties.
 */

/** After so long without a word from the frame, the panel offers the way around it. */
const PATIENCE_MS = 4_000;
/** The frame's height while its page is on the way. */
const FIRST_HEIGHT = 320;

// :host with !important wins over whatever the page says about elements in general; direction is the page's own.
const STYLES = `
:host {
  all: initial !important;
  --page: #faf6ef; --surface: #fffdf9; --ink: #2b2520; --line: #e5dccd; --muted: #665b50;
  --fill: var(--accent-fill-light); --hover: var(--accent-hover-light); --on: var(--accent-on-light);
  --text: var(--accent-text-light);
  --shade: 0 2px 6px rgb(64 44 20 / .12), 0 18px 44px -14px rgb(64 44 20 / .35);
  color-scheme: light dark !important;
  font: 500 16px/1.4 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif !important;
}
@media (prefers-color-scheme: dark) {
  :host {
    --page: #1a1613; --surface: #241f1b; --ink: #f0e8dd; --line: #3b332c; --muted: #b8ac9d;
    --fill: var(--accent-fill-dark); --hover: var(--accent-hover-dark); --on: var(--accent-on-dark);
    --text: var(--accent-text-dark);
    --shade: 0 18px 44px -14px rgb(0 0 0 / .8);
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.open, .panel { position: fixed; z-index: 2147483000; }
button { font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
.open {
  inset-block-end: 16px; inset-inline-end: 16px; min-block-size: 52px; padding: 0 20px 0 16px;
  padding-inline: 16px 20px; display: inline-flex; align-items: center; gap: 10px;
  border: 1px solid var(--surface); border-radius: 26px; background: var(--fill); color: var(--on);
  font-weight: 650; box-shadow: var(--shade);
}
.open:hover { background: var(--hover); }
svg { inline-size: 24px; block-size: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.9;
  stroke-linecap: round; stroke-linejoin: round; }
.panel {
  inset-block-end: 80px; inset-inline-end: 16px; inline-size: min(400px, calc(100vw - 32px));
  max-block-size: calc(100vh - 96px); max-block-size: calc(100dvh - 96px);
  display: flex; flex-direction: column; overflow: hidden;
  border: 1px solid var(--line); border-radius: 16px; background: var(--page); color: var(--ink);
  box-shadow: var(--shade); animation: rise .16s ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
.bar { display: flex; align-items: center; gap: 8px; padding-inline: 18px 6px; background: var(--surface);
  border-block-end: 1px solid var(--line); flex: none; }
.title { flex: 1; min-inline-size: 0; padding-block: 10px; font: 600 17px/1.3 ui-serif, Georgia, serif;
  overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
.close { inline-size: 44px; block-size: 44px; flex: none; display: grid; place-items: center; border: 0; border-radius: 10px;
  background: none; color: var(--muted); }
.close:hover { color: var(--ink); background: var(--page); }
iframe { display: block; inline-size: 100%; block-size: var(--height); min-block-size: 0; flex: 0 1 auto; border: 0;
  color-scheme: light dark; }
.around { margin: 0; padding: 10px 18px; border-block-start: 1px solid var(--line); background: var(--surface);
  font-size: 15px; flex: none; }
.around a { color: var(--text); text-underline-offset: 3px; display: inline-block; padding-block: 10px; }
@media (max-width: 480px) {
  .open { inset-block-end: 10px; inset-inline-end: 10px; }
  .panel { inset-inline: 8px; inset-block-end: 70px; inline-size: auto;
    max-block-size: calc(100vh - 78px); max-block-size: calc(100dvh - 78px); }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none; } }
@media print { .open, .panel { display: none; } }
`;

/**
 * Puts the help button on this page, once.
 * @param {string} address where this script came from: its origin is the help site
 * @param {Look} look
 */
export function addHelp(address, look) {
  if (document.querySelector('porchlight-help')) return;
  const origin = new URL(address).origin;
  const language = wishedOf(Object.keys(look.words));
  const words = look.words[language] ?? look.words.en;
  const host = document.createElement('porchlight-help');
  host.lang = language;
  const root = host.attachShadow({ mode: 'open' });
  const size = sheet('');
  root.adoptedStyleSheets = [sheet(STYLES), sheet(`:host{${look.colours}}`), size];
  let height = 0;
  // While it is open the panel only grows: what somebody is about to click shall not move more than it must.
  /** @param {number} wanted */
  const growTo = (wanted) => {
    if (wanted <= height) return;
    height = wanted;
    size.replaceSync(`:host{--height:${height}px}`);
  };
  growTo(FIRST_HEIGHT);

  const button = element('button', { type: 'button', class: 'open', 'aria-expanded': 'false' }, [
    drawing(
      'M12 3.5a8.5 8.5 0 1 1-4 16l-4 1 1-4a8.5 8.5 0 0 1 7-13zM9.7 9.4a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.3.9-1.3 1.8M12 16.2v.1',
    ),
    words.open,
  ]);
  const close = element('button', { type: 'button', class: 'close', 'aria-label': words.close }, [
    drawing('M6 6l12 12M18 6L6 18'),
  ]);
  const around = element('p', { class: 'around', hidden: '' }, [
    `${words.nothingShown} `,
    element('a', { href: `${origin}/`, target: '_blank', rel: 'noopener' }, [words.newTab]),
  ]);
  const bar = element('div', { class: 'bar' }, [element('div', { class: 'title' }, [words.title]), close]);
  const panel = element(
    'div',
    { id: 'panel', class: 'panel', role: 'dialog', 'aria-label': words.title, hidden: '' },
    [bar, around],
  );
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let isAnswering = false;
  let wantsFocus = false;

  /** @param {'hello' | 'focus'} word */
  const tell = (word) => frame?.contentWindow?.postMessage({ porchlight: word }, origin);

  const greet = () => {
    tell('hello');
    if (wantsFocus) tell('focus');
    wantsFocus = false;
  };

  const loadFrame = () => {
    frame = element('iframe', {
      src: `${origin}/widget`,
      title: words.title,
      // Where on the shop's site somebody needs help is not for us to know.
      referrerpolicy: 'no-referrer',
      // Our page may not lead the shop's page away; its links open beside it.
      sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
    });
    frame.addEventListener('load', () =>
      setTimeout(() => {
        around.hidden = isAnswering;
      }, PATIENCE_MS),
    );
    bar.after(frame);
  };

  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) {
      height = 0;
      button.focus();
      return;
    }
    if (!frame) loadFrame();
    wantsFocus = true;
    frame?.focus();
    if (isAnswering) greet();
  };

  button.setAttribute('aria-controls', 'panel');
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', () => show(Boolean(panel.hidden)));
  close.addEventListener('click', () => show(false));
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.isComposing) return;
    if (event.key === 'Escape' && !panel.hidden) show(false);
  });
  // Only our own frame is listened to, and only while it shows a page of our own site.
  window.addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    const { porchlight, height: wanted } = Object(event.data);
    if (porchlight === 'ready') {
      isAnswering = true;
      around.hidden = true;
      greet();
    } else if (porchlight === 'close' && !panel.hidden) show(false);
    else if (porchlight === 'size' && Number.isFinite(wanted)) growTo(wanted);
  });

  root.append(button, panel);
  if (document.body) document.body.append(host);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(host));
}

/** What this browser wishes for first of what we speak, as the page in the frame chooses too; else English.
 * @param {string[]} spoken */
function wishedOf(spoken) {
  const wishes = navigator.languages.map((wish) => wish.toLowerCase().split('-')[0] ?? '');
  return wishes.find((wish) => spoken.includes(wish)) ?? 'en';
}

/** @param {string} text */
function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} [children]
 */
function element(name, attributes, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A drawing of one line; decoration beside a name.
 * @param {string} path */
function drawing(path) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  made.setAttribute('viewBox', '0 0 24 24');
  made.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  made.append(line);
  return made;
}
