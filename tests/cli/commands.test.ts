import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { starter } from '../../src/agent/starter/starter.ts';
import { commands } from '../../src/cli/commands.ts';
import { defaultSettings } from '../../src/share/default-settings.ts';
import { encodeLink } from '../../src/share/link.ts';
import { cli, temporaryFolder } from './cli.ts';

const both = (cwd: string) => ({
  values: readFileSync(join(cwd, 'values.yaml'), 'utf8'),
  namespace: readFileSync(join(cwd, 'namespace.yaml'), 'utf8'),
});

describe('help', () => {
  test.each(commands)('of $name shows every option and runnable examples', async (command) => {
    const { code, out, err } = await cli([command.name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of command.options) expect(out).toContain(`--${name}`);
    for (const [example] of command.examples) expect(out).toContain(example);
    expect(await cli(['help', command.name])).toEqual({ code, out, err });
  });

  test('of the whole names every command and the exit codes', async () => {
    const { code, out } = await cli(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`${name} +${summary}`));
    expect(out).toContain('Exit codes:');
  });

  test('--version is the package’s', async () => {
    expect(await cli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([
    [[]],
    [['frobnicate']],
    [['check', '--colour']],
    [['check', '--format']],
    [['check', '--format', 'xml']],
    [['check', '--format', 'constructor']],
    [['--frobnicate']],
    [['init', 'file']],
    [['schema', 'file']],
    [['link']],
    [['open']],
    [['open', 'a', 'b']],
  ])('%j is a mistake that says where to look', async (words) => {
    const { code, out, err } = await cli(words, { stdin: '' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.length).toBeGreaterThan(10);
  });
});

describe('init', () => {
  test('writes the starter', async () => {
    const cwd = temporaryFolder();
    const { code, err } = await cli(['init', '-o', 'new/deploy'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('Wrote new/deploy/values.yaml');
    expect(both(join(cwd, 'new/deploy'))).toEqual(starter());
  });

  test('--set changes settings in both files', async () => {
    const cwd = temporaryFolder();
    const settings = [
      'namespace.name=agents',
      'security.pod.runAsUser=platform',
      'components.workers.0.name=heavy',
      'security.sentinel.enabled=off',
    ].flatMap((word) => ['--set', word]);
    expect((await cli(['init', ...settings], { cwd })).code).toBe(0);
    const { values, namespace } = both(cwd);
    expect(namespace).toContain('  name: agents\n');
    expect(values).toContain('namespace: agents\n');
    expect(values).toContain('runAsUser: null');
    expect(values).toContain('- name: heavy\n');
    expect((await cli(['check', 'values.yaml', 'namespace.yaml'], { cwd })).out).not.toContain(
      'rejected:',
    );
  });

  test.each([
    ['namespace.name=Not A Label', 'lower case letters'],
    ['namespace.nam=x', 'Known here: name, enforce'],
    ['namespace=x', 'group of settings'],
    ['components.workers.9.name=x', 'counted from 0'],
    ['components.workers.0=x', 'group of settings'],
    ['sidecar.enabled=maybe', 'Write true or false'],
    ['namespace.name', 'PATH=VALUE'],
    ['constructor.name=x', 'Known here: namespace'],
  ])('--set %s is refused with a reason', async (word, reason) => {
    const cwd = temporaryFolder();
    const { code, err } = await cli(['init', '--set', word], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(existsSync(join(cwd, 'values.yaml'))).toBe(false);
  });

  test.each(['/proc/there', 'values.yaml/deploy'])('says why %s cannot be made', async (folder) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'values.yaml'), '');
    const { code, err } = await cli(['init', '-o', folder], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(`${folder} cannot be made: `);
  });

  test('replaces nothing without --force', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'values.yaml'), 'mine: true\n');
    const { code, err } = await cli(['init'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('values.yaml is there already. Choose another folder');
    expect(readFileSync(join(cwd, 'values.yaml'), 'utf8')).toBe('mine: true\n');
    expect(existsSync(join(cwd, 'namespace.yaml'))).toBe(false);
    expect((await cli(['init', '--force'], { cwd })).code).toBe(0);
  });
});

describe('link and open', () => {
  const made = async (cwd: string) => {
    await cli(['init', '--set', 'namespace.name=agents', '--set', 'security.pod.fsGroup=1'], {
      cwd,
    });
    const { out, code } = await cli(['link', 'values.yaml', 'namespace.yaml'], { cwd });
    expect(code).toBe(0);
    return out.trim();
  };

  test('come back to the same files, from a link, its fragment or its payload', async () => {
    const cwd = temporaryFolder();
    const link = await made(cwd);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4173\/#\/start\?config=v1\.[\w-]+$/);
    const fragment = link.slice(link.indexOf('#'));
    const payload = link.slice(link.indexOf('=') + 1);
    for (const form of [link, fragment, fragment.slice(1), payload, `${link}&field=x`]) {
      const { code } = await cli(['open', form, '-o', 'out', '--force'], { cwd });
      expect(code).toBe(0);
      expect(both(join(cwd, 'out'))).toEqual(both(cwd));
    }
  });

  test('are of one install', async () => {
    const { code, out, err } = await cli(['link', 'crlf.yaml', 'quirks.yaml'], {
      cwd: 'tests/samples',
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('A link is of one install.');
  });

  test('--page says where the wizard is', async () => {
    const stdin = starter().values;
    const { out } = await cli(['link', '-', '--page', 'https://w.example/x/'], { stdin });
    const payload = await encodeLink(defaultSettings());
    expect(out).toBe(`https://w.example/x/#/start?config=${payload}\n`);
    expect((await cli(['link', '-', '--page', 'nowhere'], { stdin })).code).toBe(2);
  });

  test('carry no credential, and say what is left out', async () => {
    const stdin = `${starter().values.replace('\n  enabled: false', "\n  enabled: false\n  config: 'password: hunter2-hunter2'")}`;
    const { out, err } = await cli(['link', '-'], { stdin });
    const { out: plain } = await cli(['link', '-'], { stdin: starter().values });
    expect(out).toBe(plain);
    expect(err).toContain('left out, as it may hold a credential: the logging sidecar');
  });

  test.each([
    'v1.AAAA',
    'v9.AAAA',
    'v1.',
    'nonsense',
    '#/start',
    'https://w.example/#/start?config=',
  ])('open %s writes nothing and says why', async (link) => {
    const cwd = temporaryFolder();
    const { code, err } = await cli(['open', link], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/cannot be read|carries no settings/);
    expect(existsSync(join(cwd, 'values.yaml'))).toBe(false);
  });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///tmp/', 'https://me:pw@w.example/'])(
  'link --page %s is refused',
  async (page) => {
    const { code, out, err } = await cli(['link', '-', '--page', page], {
      stdin: starter().values,
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/is no address of a web page|has a user name in it/);
    expect(err).not.toContain('me:pw');
  },
);

test('open and init --force write through no symbolic link', async () => {
  const payload = await encodeLink(defaultSettings());
  for (const words of [['open', payload], ['init']]) {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'precious.txt'), 'mine\n');
    mkdirSync(join(cwd, 'deploy'));
    symlinkSync('../precious.txt', join(cwd, 'deploy/values.yaml'));
    symlinkSync('../nowhere.txt', join(cwd, 'deploy/namespace.yaml'));
    const { code, err } = await cli([...words, '-o', 'deploy'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('deploy/values.yaml and deploy/namespace.yaml are there already');
    expect((await cli([...words, '-o', 'deploy', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'precious.txt'), 'utf8')).toBe('mine\n');
    expect(existsSync(join(cwd, 'nowhere.txt'))).toBe(false);
    expect(both(join(cwd, 'deploy'))).toEqual(starter());
    expect(lstatSync(join(cwd, 'deploy/values.yaml')).isSymbolicLink()).toBe(false);
  }
});

describe('schema', () => {
  const published = readFileSync('public/values.schema.json', 'utf8');

  test('is what is published (node conformance/run.js scripts/schema.ts)', async () => {
    expect(await cli(['schema'])).toEqual({ code: 0, out: published, err: '' });
  });

  test('goes to a file, with the line for the head of values.yaml', async () => {
    const cwd = temporaryFolder();
    const { out } = await cli(['schema', '-o', 'values.schema.json'], { cwd });
    expect(out).toBe('# yaml-language-server: $schema=values.schema.json\n');
    expect(readFileSync(join(cwd, 'values.schema.json'), 'utf8')).toBe(published);
  });
});
