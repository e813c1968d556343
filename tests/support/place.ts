/** Where a test file's database is copied from. Provided by the global set-up of its project. */
export type Place =
  | { kind: 'sqlite'; templateFile: string }
  | { kind: 'postgresql'; adminUrl: string; templateName: string };

declare module 'vitest' {
  export interface ProvidedContext {
    place: Place;
  }
}
