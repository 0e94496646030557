import { exitCode } from './exit-code.ts';
import { processIo } from './io.ts';
import { run } from './run.ts';

run(process.argv.slice(2), processIo()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A mistake of ours: never to be taken for a verdict.
    console.error(error);
    process.exitCode = exitCode.unreadable;
  },
);
