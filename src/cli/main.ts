import { exitCode } from './exit-code.ts';
import { program } from './help.ts';
import { processIo } from './io.ts';
import { visible } from './report/visible.ts';
import { run } from './run.ts';

run(process.argv.slice(2), processIo()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A mistake of ours: never to be taken for a verdict.
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    process.stderr.on('error', () => undefined);
    process.stderr.write(`${program}: This is a mistake of the program. ${visible(what)}\n`);
    process.exitCode = exitCode.unreadable;
  },
);
