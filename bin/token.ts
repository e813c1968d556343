import { parseArgs } from 'node:util';
import { parseEmail } from '@/lib/accounts/email-address';
import { makeApiToken } from '@/lib/accounts/make-api-token';
import { scopesAllowed } from '@/lib/accounts/policy';
import { actorByEmail } from '@/lib/accounts/queries';
import { TokenForm, tokenWords } from '@/lib/accounts/schema';
import { loadEnvironmentFile } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { messageOf, StartError } from '@/lib/errors';

const USAGE = `Makes an API token that acts as a person of this shop, and prints it once.

  npm run token -- --email owner@example.com --scopes read,write [--label "Nightly import"]

Scopes: read, write, moderate (helpers and the owner), admin (the owner).`;

/** A mistake of the person at the keyboard, told in one sentence. */
class Mistake extends Error {}

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      scopes: { type: 'string' },
      label: { type: 'string', default: 'Command line' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || !values.email || !values.scopes) throw new Mistake(USAGE);
  const email = parseEmail(values.email);
  if (email === null) throw new Mistake(`"${values.email}" is not an e-mail address.`);
  const form = TokenForm.safeParse({
    label: values.label,
    scopes: values.scopes.split(',').map((scope) => scope.trim()),
  });
  if (!form.success) throw new Mistake(`${form.error.issues[0]?.message ?? ''}\n\n${USAGE}`);
  loadEnvironmentFile();
  await migrate(() => {});
  const actor = await actorByEmail(email);
  if (!actor) throw new Mistake(`Nobody signs in here as ${email}. Sign up on the site first.`);
  const made = await makeApiToken(form.data, actor);
  if (made.ok) return made.token;
  const may = `${actor.name} is ${actor.role} and may give: ${scopesAllowed(actor.role).join(', ')}.`;
  throw new Mistake(`${tokenWords[made.reason]} ${may}`);
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  const plain = error instanceof Mistake || error instanceof StartError;
  const unknownOption = error instanceof TypeError && 'code' in error;
  process.stderr.write(
    `${plain ? messageOf(error) : unknownOption ? `${messageOf(error)}\n\n${USAGE}` : String(error)}\n`,
  );
  process.exitCode = 1;
} finally {
  await closeDb();
}
