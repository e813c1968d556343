/** One thing a form sends. */
export type FormField = {
  name: string;
  value: string;
  /** How a person fills it in; `machine` are Next's own hidden fields. */
  kind: 'machine' | 'hidden' | 'text' | 'password' | 'choice' | 'button';
};
export type PageForm = { fields: FormField[]; actionId: string };
export type Entry = [name: string, value: string];

/** The forms of a page that post to a server action, as a browser without JavaScript would send them: one for each
 * button that leads to an action of its own. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', inner = '']) => {
    if (attributeOf(attributes, 'method').toUpperCase() !== 'POST') return [];
    const fields = fieldsOf(inner);
    const plain = fields.filter((field) => field.kind !== 'button' || !field.name.startsWith('$ACTION'));
    const forms = [plain, ...variants(fields, plain)];
    return forms.flatMap((one) => {
      const actionId = actionOf(one);
      return actionId ? [{ fields: one, actionId }] : [];
    });
  });
}

function variants(fields: FormField[], plain: FormField[]): FormField[][] {
  return fields
    .filter((field) => field.kind === 'button' && field.name.startsWith('$ACTION'))
    .map((button) => [
      { ...button, kind: 'machine' as const },
      ...plain.filter((field) => field.kind !== 'machine'),
    ]);
}

/** "$ACTION_ID_…" names it, "$ACTION_1:0" holds it as JSON. */
function actionOf(fields: FormField[]): string {
  for (const { name, value } of fields) {
    const named = /^\$ACTION_ID_(\w+)$/.exec(name)?.[1];
    const held = /^\$ACTION_\d+:0$/.test(name) ? /"id":"(\w+)"/.exec(value)?.[1] : undefined;
    if (named ?? held) return named ?? held ?? '';
  }
  return '';
}

function fieldsOf(inner: string): FormField[] {
  const found: FormField[] = [];
  for (const [, tag = '', attributes = '', content = ''] of inner.matchAll(
    /<(input|textarea|select|button)\b([^>]*?)\/?>(?:(?<=[^/]>)(.*?)<\/(?:textarea|select|button)>)?/gs,
  )) {
    const name = attributeOf(attributes, 'name');
    if (name === '') continue;
    const type = attributeOf(attributes, 'type') || 'text';
    // A browser sends it as a file, even an empty one; those come as parts of one's own.
    if (type === 'file') continue;
    const value = tag === 'textarea' ? unescaped(content) : attributeOf(attributes, 'value');
    found.push({ name, value: tag === 'select' ? chosen(content) : value, kind: kindOf(tag, type, name) });
  }
  return found;
}

function kindOf(tag: string, type: string, name: string): FormField['kind'] {
  if (tag === 'button') return 'button';
  if (name.startsWith('$ACTION')) return 'machine';
  if (tag === 'select' || ['checkbox', 'radio', 'color', 'number', 'date'].includes(type)) return 'choice';
  if (type === 'hidden' || type === 'password') return type;
  return 'text';
}

function chosen(options: string): string {
  const option = /<option\b[^>]*\bselected\b[^>]*>/.exec(options) ?? /<option\b[^>]*>/.exec(options);
  return attributeOf(option?.[0] ?? '', 'value');
}

function attributeOf(attributes: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)?.[1] ?? '');
}

/** Text as a page's source says it. */
export function unescaped(html: string): string {
  return html
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** A file as a part of a form. */
export function filePart(field: string, fileName: string, bytes: Buffer, type = 'image/png'): Buffer {
  const head = `Content-Disposition: form-data; name="${field}"; filename="${fileName.replaceAll('"', '%22')}"\r\nContent-Type: ${type}`;
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes]);
}

/** A multipart body of these entries, byte for byte as given. */
export function multipart(entries: Entry[], more: Buffer[] = []): { raw: Buffer; type: string } {
  const boundary = '----porchlight-test-7f3a';
  const parts = entries.map(([name, value]) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  const extra = more.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]);
  return {
    raw: Buffer.concat([...parts, ...extra, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
