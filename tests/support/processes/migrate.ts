import { migrate } from '@/lib/db/migrate';

// A second process for tests: migrates as a start does, one line for each migration it applied itself.
await migrate((line) => console.log(line), process.argv[2]);
