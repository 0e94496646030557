import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that hostile text calls stands on the path, too, so that running it would show. */
const programs = ['kubectl', 'helm', 'touch', 'root', 'x', 'id'];

/** A real shell in an empty folder, with nothing but stubs that note what they are called with. */
export class StubShell {
  private readonly folder = mkdtempSync(join(tmpdir(), 'shell-'));

  constructor() {
    for (const name of ['bin', 'work']) mkdirSync(join(this.folder, name));
    for (const program of programs) {
      const path = join(this.folder, 'bin', program);
      // One write a call, so that those of a pipe do not mix.
      writeFileSync(
        path,
        `#!/bin/sh\nprintf '%s\\0' ${program} "$@" '' >> "${this.folder}/calls"\n`,
      );
      chmodSync(path, 0o755);
    }
  }

  /** Runs it, and gives the calls that it made; those of one pipe in either order. */
  run(script: string, variables: Readonly<Record<string, string>> = {}): readonly string[][] {
    const calls = join(this.folder, 'calls');
    writeFileSync(calls, '');
    const work = join(this.folder, 'work');
    const env = { PATH: join(this.folder, 'bin'), HOME: '/nowhere', ...variables };
    const output = execFileSync('/bin/sh', ['-c', script], { cwd: work, env, stdio: 'pipe' });
    const left = readdirSync(work);
    if (output.length > 0 || left.length > 0) {
      throw new RangeError(`It printed ${JSON.stringify(String(output))} and left ${left.join()}`);
    }
    return readFileSync(calls, 'utf8')
      .split('\0\0')
      .slice(0, -1)
      .map((call) => call.split('\0'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
