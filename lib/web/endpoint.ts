import type { z } from 'zod';
import type { Actor } from '@/lib/accounts/schema';

export type Scope = 'read' | 'write' | 'moderate' | 'admin';
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What an endpoint answers: a body with its status, or a reason that becomes a problem document. */
export type ApiAnswer<Body> =
  | { status: 200 | 201; body: Body }
  | { status: 204 }
  | {
      problem: string;
      status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429;
      detail: string;
      fieldErrors?: Record<string, string>;
    };

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  method: Method;
  /** With OpenAPI placeholders, below /api/v1: "/threads/{id}/replies" */
  path: string;
  summary: string;
  /** 'public' needs nobody; the others a token that has the scope, or a session whose role includes it. */
  scope: Scope | 'public';
  params: Params;
  query: Query;
  /** JSON body; z.undefined() for none, z.string() with `inputType: 'text/csv'` for text, an object of z.file() and
   * z.string() with 'multipart/form-data' for files. */
  input: Input;
  inputType?: 'application/json' | 'text/csv' | 'multipart/form-data';
  /** Largest body in bytes; 256 KB where none is given (defaults). */
  maxBytes?: number;
  output: Output;
  run: (request: {
    params: z.output<Params>;
    query: z.output<Query>;
    input: z.output<Input>;
    actor: Actor | null;
    /** What the token or the session may do at all; nothing where left out. */
    scopes?: readonly Scope[];
  }) => Promise<ApiAnswer<z.input<Output>>>;
};

/** Describes one endpoint of the HTTP API: the route serves it and the OpenAPI document is made from it. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, I extends z.ZodType, O extends z.ZodType>(
  spec: Endpoint<P, Q, I, O>,
): Endpoint<P, Q, I, O> {
  return spec;
}

/** Who asks. The scope of an endpoint lets nobody in without a person; this says so to the compiler. */
export function personOf(actor: Actor | null): Actor {
  if (!actor) throw new Error('The scope of this endpoint needs a person.');
  return actor;
}
