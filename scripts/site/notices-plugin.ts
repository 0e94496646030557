import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What somebody has to be told about a package that the build carries. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it: `MIT`. */
  readonly licence: string;
  /** The licence's text and the notices beside it, each under its file's name. */
  readonly texts: readonly string[];
}

export const noticesName = 'third-party-notices.txt';

const textFile = /^(licen[cs]e|copying|notice|thirdpartynotices)([.-].*)?$/i;

/** Works that packages carry under other terms than their own. */
const carried = [
  { name: 'Red Hat fonts, in @patternfly/react-core', licence: 'OFL-1.1', file: 'red-hat-fonts' },
  { name: 'Codicons, in monaco-editor', licence: 'CC-BY-4.0', file: 'codicons' },
] as const;

/** Texts for packages that name their licence and forget to bring it. */
const forgotten: Readonly<Record<string, string>> = { '@vscode/l10n': 'vscode-l10n' };

/** The folder of the package that a module comes from; undefined for the project's own. */
export function packageFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').split('?', 1)[0] ?? '';
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** The notice of the package in a folder. @throws Error if no licence's text is to be had. */
export function noticeOf(folder: string): Notice {
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const field = (key: string): string => {
    const value = typeof about === 'object' && about !== null ? Reflect.get(about, key) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const name = field('name');
  const own = readdirSync(folder)
    .filter((file) => textFile.test(file))
    .toSorted()
    .map((file) => tidy(readFileSync(join(folder, file), 'utf8')));
  const known = forgotten[name];
  const texts = own.length === 0 && known !== undefined ? [textOf(known)] : own;
  if (texts.length === 0) {
    throw new Error(`${name} brings no licence's text. Add it to scripts/site/licences/.`);
  }
  return { name, version: field('version'), licence: field('license'), texts };
}

function textOf(file: string): string {
  return tidy(readFileSync(new URL(`licences/${file}.txt`, import.meta.url), 'utf8'));
}

function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

interface NoticesPlugins {
  /** Writes the file when the build is done. */
  readonly page: Plugin;
  /** Adds what a worker carries, which is a build of its own. */
  readonly worker: () => Plugin;
}

/** Writes beside the build which packages it carries and under which terms. */
export function noticesPlugin(): NoticesPlugins {
  const folders = new Set<string>();
  const collector = (name: string): Plugin => ({
    name,
    apply: 'build',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id);
        if (folder !== undefined) folders.add(folder);
      }
    },
  });
  let target = '';
  return {
    worker: () => collector('notices-of-worker'),
    page: {
      ...collector('notices'),
      configResolved({ root, build: { outDir } }) {
        target = join(root, outDir, noticesName);
      },
      closeBundle: {
        order: 'post',
        sequential: true,
        handler() {
          if (folders.size > 0) writeFileSync(target, noticesText([...folders]));
        },
      },
    },
  };
}

function noticesText(folders: readonly string[]): string {
  const packages = folders.toSorted().map(noticeOf);
  const others = carried.map(({ name, licence, file }) => ({
    name,
    version: '',
    licence,
    texts: [textOf(file)],
  }));
  const rule = '='.repeat(80);
  return [...packages, ...others]
    .map(({ name, version, licence, texts }) =>
      [rule, `${name} ${version}`.trim(), `Licence: ${licence}`, rule, '', ...texts, ''].join('\n'),
    )
    .join('\n');
}
