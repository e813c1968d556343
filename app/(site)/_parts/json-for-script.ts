/** What could end the script element or begin a comment in it, and the two line ends that old scripts do not know. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/** JSON that may stand inside a script element, whatever its texts say. */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
