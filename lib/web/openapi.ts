import { z } from 'zod';
import { config } from '@/lib/config';
import { ProblemShape } from '@/lib/web/api-shapes';
import type { Endpoint } from '@/lib/web/endpoint';

type Json = Record<string, unknown>;

/** What may go wrong anywhere; each is a problem document with a stable `code`. */
const PROBLEMS: Record<string, string> = {
  '400': 'The address or the JSON is malformed',
  '401': 'No token, or one that is unknown or revoked',
  '403': 'The token lacks the scope, or its person the right',
  '404': 'Nothing there, or nothing this person may see',
  '409': 'The state of things does not allow it',
  '413': 'The body is larger than this takes',
  '415': 'The body is not sent as this takes it; see Content-Type',
  '422': 'Some values are missing or wrong; see `errors`',
  '429': 'Too many requests; see Retry-After',
};

/** The OpenAPI 3.1 document of the HTTP API, made from the endpoints that serve it. */
export function openApiDocument(endpoints: readonly Endpoint[], shopName: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${shopName} API`,
      version: '1',
      description:
        'Everything a page can do. Make a token in the desk and send it as `Authorization: Bearer …`; it acts as its person. Errors are RFC 9457 problem documents. `Idempotency-Key` is accepted on every POST.',
    },
    servers: [{ url: `${config().siteUrl}/api/v1` }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(ProblemShape, 'output') },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [`Problem${status}`, problem(description)]),
      ),
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const body = requestBody(endpoint);
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? ''],
    // An empty choice means that nobody is needed; a token is taken all the same.
    security: endpoint.scope === 'public' ? [{}, { token: [] }] : [{ token: [] }],
    ...(endpoint.scope === 'public' ? {} : { description: `Needs the scope \`${endpoint.scope}\`.` }),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(body ? { requestBody: body } : {}),
    responses: {
      ...successes(endpoint),
      ...Object.fromEntries(
        Object.keys(PROBLEMS).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  };
}

/** "POST /threads/{id}/replies" → "postThreadsByIdReplies" */
function operationId(endpoint: Endpoint): string {
  const words = endpoint.path.replace(/\{(\w+)\}/g, 'by-$1').split(/[^A-Za-z0-9]+/);
  const capitals = words.filter(Boolean).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return endpoint.method.toLowerCase() + capitals.join('');
}

function successes(endpoint: Endpoint): Json {
  if (isNothing(endpoint.output)) return { '204': { description: 'Done' } };
  const content = { 'application/json': { schema: schemaOf(endpoint.output, 'output') } };
  const made = endpoint.method === 'POST' ? { '201': { description: 'Made', content } } : {};
  return { '200': { description: 'The answer', content }, ...made };
}

function requestBody(endpoint: Endpoint): Json | null {
  if (isNothing(endpoint.input)) return null;
  const type = endpoint.inputType ?? 'application/json';
  return { required: true, content: { [type]: { schema: schemaOf(endpoint.input, 'input') } } };
}

function parameters(shape: z.ZodType, place: 'path' | 'query'): Json[] {
  const schema = schemaOf(shape, 'input');
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function isNothing(shape: z.ZodType): boolean {
  return shape instanceof z.ZodUndefined || shape instanceof z.ZodVoid;
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}

function problem(description: string): Json {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, content: { 'application/problem+json': { schema } } };
}
