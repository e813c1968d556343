import net from 'node:net';

type Mail = { uid: number; raw: Buffer; seen: boolean };
/** What the server does wrong: never greets, gives no mail out, refuses the password, or hangs up when a mail is to be marked
 * as seen. */
export type Fault = 'none' | 'silent' | 'silent-later' | 'no-login' | 'cut-before-seen';

export type ImapServer = {
  port: number;
  deliver: (raw: Buffer) => void;
  mails: readonly Mail[];
  /** How many connections came so far. */
  connections: () => number;
  fail: (fault: Fault) => void;
  close: () => Promise<void>;
};

/** A mailbox of one folder behind the few IMAP4rev1 commands (RFC 3501) that a reader of unseen mails needs, on a port of
 * this machine. */
export async function anImapServer(user: string, password: string): Promise<ImapServer> {
  const mails: Mail[] = [];
  const sockets = new Set<net.Socket>();
  let fault: Fault = 'none';
  let connections = 0;

  const server = net.createServer((socket) => {
    connections += 1;
    socket.setNoDelay();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (fault === 'silent') return;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    say('* OK [CAPABILITY IMAP4rev1] ready');
    let rest = '';
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const [tag = '', ...words] = rest.slice(0, end).split(' ');
        rest = rest.slice(end + 2);
        answer(tag, words);
      }
    });

    function answer(tag: string, words: string[]): unknown {
      const command = (words[0] === 'UID' ? words.slice(0, 2) : words.slice(0, 1)).join(' ').toUpperCase();
      const done = (text = 'done') => say(`${tag} OK ${text}`);
      const mail = mails.find(({ uid }) => String(uid) === words[2]);
      switch (command) {
        case 'CAPABILITY':
          say('* CAPABILITY IMAP4rev1');
          return done();
        case 'LOGIN':
          if (
            fault === 'no-login' ||
            stringsOf(words.slice(1).join(' ')).join('\n') !== `${user}\n${password}`
          ) {
            say(`${tag} NO [AUTHENTICATIONFAILED] This is not the password.`);
            return;
          }
          return done('[CAPABILITY IMAP4rev1] welcome');
        case 'LIST':
        case 'LSUB':
          say(`* ${command} (\\HasNoChildren) "/" "INBOX"`);
          return done();
        case 'SELECT':
          say('* FLAGS (\\Seen)');
          say('* OK [PERMANENTFLAGS (\\Seen)] kept');
          say(`* ${mails.length} EXISTS`);
          say('* 0 RECENT');
          say('* OK [UIDVALIDITY 1] one');
          say(`* OK [UIDNEXT ${mails.length + 1}] next`);
          return done('[READ-WRITE] selected');
        case 'UID SEARCH':
          say(`* SEARCH ${mails.flatMap(({ uid, seen }) => (seen ? [] : [uid])).join(' ')}`);
          return done();
        case 'UID FETCH':
          if (fault === 'silent-later') return;
          if (mail) tellMail(mail, words.join(' '));
          return done();
        case 'UID STORE':
          if (fault === 'cut-before-seen') return void socket.destroy();
          if (mail) {
            mail.seen = true;
            say(`* ${mails.indexOf(mail) + 1} FETCH (UID ${mail.uid} FLAGS (\\Seen))`);
          }
          return done();
        case 'LOGOUT':
          say('* BYE');
          done();
          return void socket.end();
        default:
          return done();
      }
    }

    function tellMail(mail: Mail, asked: string): unknown {
      const facts = `UID ${mail.uid} RFC822.SIZE ${mail.raw.length}`;
      const number = mails.indexOf(mail) + 1;
      if (!asked.includes('BODY')) return say(`* ${number} FETCH (${facts})`);
      // Without PEEK, looking would mark the mail.
      if (!asked.includes('BODY.PEEK[]')) mail.seen = true;
      socket.write(`* ${number} FETCH (${facts} BODY[] {${mail.raw.length}}\r\n`);
      socket.write(mail.raw);
      say(')');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    mails,
    deliver: (raw) => mails.push({ uid: mails.length + 1, raw, seen: false }),
    connections: () => connections,
    fail: (kind) => {
      fault = kind;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Atoms and quoted strings of a command (RFC 3501, section 4.3). */
function stringsOf(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, atom]) =>
    quoted === undefined ? (atom ?? '') : quoted.replace(/\\(.)/g, '$1'),
  );
}
