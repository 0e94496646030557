import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { factsOf } from '../../agent/rules/facts.ts';
import { standardInput } from '../input/sources.ts';
import type { Output } from '../io.ts';
import type { Diagnostic, Place, Region, ReportedFix, Reporter, Summary } from './report.ts';

const levels: Readonly<Record<Diagnostic['effect'], 'error' | 'warning' | 'note'>> = {
  unreadable: 'error',
  rejected: 'error',
  fails: 'error',
  warned: 'warning',
  advice: 'note',
};

interface RuleDescriptor {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help?: { readonly text: string };
  readonly helpUri?: string;
}

/** What is found of objects alone, or of no rule. */
const ownSummaries: ReadonlyMap<string, string> = new Map([
  ['no-containers', 'A pod has no containers.'],
  ['late-namespace', 'A Namespace comes after objects in it that it would have judged otherwise.'],
]);

/** The same for every result of a rule: nothing of one instance goes into it. */
function descriptorOf({ rule, effect }: Pick<Diagnostic, 'rule' | 'effect'>): RuleDescriptor {
  const facts = factsOf(rule);
  if (facts !== undefined) {
    const { id, summary, remedy, help } = facts;
    return { id, shortDescription: { text: summary }, help: { text: remedy }, helpUri: help };
  }
  const otherwise =
    effect === 'unreadable' ? 'A part of the input cannot be read.' : 'The input is at fault.';
  return { id: rule, shortDescription: { text: ownSummaries.get(rule) ?? otherwise } };
}

/**
 * SARIF 2.1.0, for code scanning. Results are written as they come; the rules that they refer to
 * follow, since the order of keys means nothing.
 * @param cwd the folder that file names are relative to
 */
export function sarifReporter(output: Output, cwd: string): Reporter {
  const rules = new Map<string, RuleDescriptor>();
  let separator = `${head(cwd)}\n`;
  const start = async () => {
    const before = separator;
    separator = ',\n';
    return before;
  };
  return {
    object: async () => {},
    diagnostic: async (diagnostic) => {
      const { rule } = diagnostic;
      if (!rules.has(rule)) rules.set(rule, descriptorOf(diagnostic));
      const index = [...rules.keys()].indexOf(rule);
      await output.write((await start()) + JSON.stringify(resultOf(diagnostic, index, cwd)));
    },
    end: async (summary) => {
      const before = separator === ',\n' ? '' : separator;
      const invocations = JSON.stringify([invocation(summary)]);
      await output.write(
        `${before}\n],"invocations":${invocations},"tool":${tool([...rules.values()])}}]}\n`,
      );
    },
  };
}

function head(cwd: string): string {
  const folder = pathToFileURL(cwd).href;
  const run = {
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { SRCROOT: { uri: folder.endsWith('/') ? folder : `${folder}/` } },
  };
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
  };
  return `${JSON.stringify(log).slice(0, -1)},"runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
}

/** How it went: not well if a part of the input could not be read, since nothing is known of it. */
function invocation({ effects, notes }: Summary): object {
  return {
    executionSuccessful: effects.unreadable === 0,
    toolExecutionNotifications: notes.map((text) => ({ level: 'note', message: { text } })),
  };
}

function tool(rules: readonly RuleDescriptor[]): string {
  const driver = { name: 'restricted-agent', version, semanticVersion: version, rules };
  return JSON.stringify({ driver });
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, cwd: string): object {
  const { rule, effect, message, remedy, place, subjects, related } = diagnostic;
  const fix = diagnostic.fix?.();
  const sentence = message.endsWith('.') ? message : `${message}.`;
  const text = remedy === undefined ? sentence : `${sentence} ${remedy}`;
  const logical = subjects.map((name) => ({ fullyQualifiedName: name }));
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[effect],
    message: { text },
    locations: [
      {
        physicalLocation: physical(place, cwd),
        ...(logical.length === 0 ? {} : { logicalLocations: logical }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            physicalLocation: physical(one.place, cwd),
            message: { text: one.message },
          })),
        }),
    ...(fix === undefined || fix.replacements.length === 0 ? {} : { fixes: [fixOf(fix, cwd)] }),
    properties: { effect },
  };
}

function physical({ file, region, excerpt }: Place, cwd: string): object {
  return {
    artifactLocation: artifact(file, cwd),
    ...(region === undefined ? {} : { region: regionOf(region, excerpt) }),
  };
}

/** Regions are both text and bytes, so that fixes can be made byte for byte. */
function regionOf(region: Region, excerpt?: string): object {
  return excerpt === undefined || excerpt === ''
    ? { ...region }
    : { ...region, snippet: { text: excerpt } };
}

function artifact(file: string, cwd: string): object {
  if (file === standardInput) return { uri: 'stdin', uriBaseId: 'SRCROOT' };
  const path = resolve(cwd, file);
  const below = relative(cwd, path);
  if (below === '' || below.startsWith('..')) return { uri: pathToFileURL(path).href };
  const uri = below.split(sep).map(encodeURIComponent).join('/');
  return { uri, uriBaseId: 'SRCROOT' };
}

function fixOf({ title, file, replacements }: ReportedFix, cwd: string): object {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifact(file, cwd),
        replacements: replacements.map(({ region, text }) => ({
          deletedRegion: regionOf(region),
          ...(text === '' ? {} : { insertedContent: { text } }),
        })),
      },
    ],
  };
}
