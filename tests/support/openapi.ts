import { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;
export type Operation = {
  /** "POST /threads/{id}/replies" */
  name: string;
  method: string;
  path: string;
  operationId: string;
  /** What a token needs, or null where nobody is asked. */
  scope: string | null;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  /** By content type. */
  body: Record<string, Schema> | null;
  /** By status; null for an answer without a body. */
  answers: Record<string, { type: string; schema: Schema } | null>;
};

type Content = Record<string, { schema: Schema }>;
type RawOperation = {
  operationId?: string;
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: Operation['parameters'];
  requestBody?: { content: Content };
  responses?: Record<string, { $ref?: string; description?: string; content?: Content }>;
};
export type OpenApi = {
  openapi: string;
  info: { title: string; version: string };
  servers?: { url: string }[];
  paths: Record<string, Record<string, RawOperation>>;
  components: { securitySchemes: Record<string, unknown> };
};

const METHODS = ['get', 'post', 'patch', 'put', 'delete'];

/** Every operation of the document, references resolved. */
export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, raw]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operationId: raw.operationId ?? '',
      scope: /Needs the scope `(\w+)`/.exec(raw.description ?? '')?.[1] ?? null,
      parameters: raw.parameters ?? [],
      body: raw.requestBody ? schemasOf(raw.requestBody.content) : null,
      answers: Object.fromEntries(
        Object.entries(raw.responses ?? {}).map(([status, given]) => {
          const response = (given.$ref ? resolve(document, given.$ref) : given) as { content?: Content };
          const [type, media] = Object.entries(response.content ?? {})[0] ?? [];
          return [status, type && media ? { type, schema: whole(document, media.schema) } : null];
        }),
      ),
    })),
  );
}

/** What is wrong with the document by the OpenAPI 3.1 specification; empty when it is sound. */
export function faultsOf(document: OpenApi): string[] {
  const faults: string[] = [];
  const say = (isFine: boolean, fault: string) => {
    if (!isFine) faults.push(fault);
  };
  say(document.openapi === '3.1.0', `openapi is ${document.openapi}`);
  say(Boolean(document.info?.title && document.info.version), 'info lacks title or version');
  const ids = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    say(path.startsWith('/'), `${path} does not start with a slash`);
    for (const [method, operation] of Object.entries(item)) {
      const name = `${method} ${path}`;
      say(METHODS.includes(method), `${name}: unknown method`);
      say(/^[A-Za-z][A-Za-z0-9]*$/.test(operation.operationId ?? ''), `${name}: no plain operationId`);
      say(!ids.has(operation.operationId ?? ''), `${name}: operationId is used twice`);
      ids.add(operation.operationId ?? '');
      const named = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
      const placed = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      say(named.sort().join() === placed.sort().join(), `${name}: path parameters do not fit the address`);
      for (const one of operation.parameters ?? []) {
        say(one.in !== 'path' || one.required, `${name}: ${one.name} must be required`);
        say(one.schema !== undefined, `${name}: ${one.name} has no schema`);
      }
      const answers = Object.entries(operation.responses ?? {});
      say(answers.length > 0, `${name}: no responses`);
      for (const [status, answer] of answers) {
        say(/^[1-5]\d\d$/.test(status), `${name}: ${status} is no status`);
        say(Boolean(answer.$ref ?? answer.description), `${name}: ${status} lacks a description`);
      }
      for (const requirement of operation.security ?? []) {
        for (const scheme of Object.keys(requirement)) {
          say(scheme in document.components.securitySchemes, `${name}: unknown security scheme ${scheme}`);
        }
      }
    }
  }
  everyNode(document, (node) => {
    if (typeof node.$ref === 'string')
      say(resolve(document, node.$ref) !== undefined, `${node.$ref} is dangling`);
    for (const key of ['exclusiveMinimum', 'exclusiveMaximum']) {
      say(typeof node[key] !== 'boolean', `${key} as true or false is older than JSON Schema 2020-12`);
    }
    say(node.nullable === undefined, 'nullable is not a word of JSON Schema 2020-12');
  });
  for (const operation of operationsOf(document)) {
    const schemas = [
      ...operation.parameters.map((one) => one.schema),
      ...Object.values(operation.body ?? {}),
      ...Object.values(operation.answers).flatMap((answer) => (answer ? [answer.schema] : [])),
    ];
    for (const schema of schemas) {
      try {
        z.fromJSONSchema(schema);
      } catch (error) {
        say(false, `${operation.name}: ${String(error)}`);
      }
    }
  }
  return faults;
}

/** How a value departs from a schema; empty when it fits. */
export function departures(schema: Schema, value: unknown): string[] {
  const parsed = z.fromJSONSchema(schema).safeParse(value);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
}

function schemasOf(content: Content): Record<string, Schema> {
  return Object.fromEntries(Object.entries(content).map(([type, media]) => [type, media.schema]));
}

function whole(document: OpenApi, schema: Schema): Schema {
  return typeof schema.$ref === 'string' ? (resolve(document, schema.$ref) as Schema) : schema;
}

function resolve(document: OpenApi, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let node: unknown = document;
  for (const part of reference.slice(2).split('/')) {
    node = (node as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return node;
}

function everyNode(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>);
  for (const child of Object.values(node)) everyNode(child, visit);
}
