import type { BrowserContext } from '@playwright/test';

/** What went wrong in a browser, in words. */
export type Complaints = string[];

/** Refusals with words are what pages are for; Chromium writes each into the console all the same. */
const ANSWERED_4XX = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Notes errors of the console, exceptions and violations of the content security policy in every page of a browser. */
export async function listen(context: BrowserContext, complaints: Complaints): Promise<void> {
  context.on('console', (message) => {
    if (message.type() !== 'error' || ANSWERED_4XX.test(message.text())) return;
    complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
  });
  context.on('weberror', (problem) => {
    complaints.push(`${problem.page()?.url() ?? ''}: ${problem.error().message}`);
  });
  await context.exposeFunction('noteViolation', (words: string) => void complaints.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const note: unknown = Reflect.get(window, 'noteViolation');
      const words = `${location.href}: ${event.violatedDirective} refused ${event.blockedURI || 'inline'}`;
      if (typeof note === 'function') note(words);
    });
  });
}
