import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Fix,
  Invocation,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
  Run,
  Region as SarifRegion,
  Tool,
} from 'sarif';
import { version } from '../../../package.json';
import { factsOf } from '../../agent/rules/facts.ts';
import { standardInput } from '../input/sources.ts';
import type { Output } from '../io.ts';
import { pathBelow, repositoryRoot } from '../repository-root.ts';
import type { Diagnostic, Place, Region, ReportedFix, Reporter, Summary } from './report.ts';
import { jsonText, visible, visibleLine } from './visible.ts';

const levels: Readonly<Record<Diagnostic['effect'], Result.level>> = {
  unreadable: 'error',
  unknown: 'error',
  rejected: 'error',
  fails: 'error',
  warned: 'warning',
  advice: 'note',
};

/** What is found of objects alone, or of no rule. */
const ownSummaries: ReadonlyMap<string, string> = new Map([
  ['no-containers', 'A pod has no containers.'],
  ['elsewhere', 'Values of an install come from somewhere that is not read.'],
  ['layer-alone', 'Values are merged with others before they count, and not judged alone.'],
  ['dropped-null', 'A null is taken out before Helm sees it.'],
  ['release-namespace', 'The values name another namespace than the release goes to.'],
  ['late-namespace', 'A Namespace comes after objects in it that it would have judged otherwise.'],
]);

/** Where addresses start from, and where names on the command line do. */
interface Origin {
  readonly root: string;
  readonly cwd: string;
}

/** The same for every result of a rule: nothing of one instance goes into it. */
function descriptorOf({ rule, effect }: Pick<Diagnostic, 'rule' | 'effect'>): ReportingDescriptor {
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
 * follow, since the order of keys means nothing. Addresses are relative to the root of the
 * repository, or else to the folder of the command.
 * @param cwd the folder that file names are relative to
 */
export function sarifReporter(output: Output, cwd: string): Reporter {
  const rules = new Map<string, ReportingDescriptor>();
  const from = { root: repositoryRoot(cwd), cwd };
  let separator = `${head(from.root)}\n`;
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
      await output.write((await start()) + jsonText(resultOf(diagnostic, index, from)));
    },
    end: async (summary) => {
      const before = separator === ',\n' ? '' : separator;
      const invocations = jsonText([invocation(summary)]);
      await output.write(
        `${before}\n],"invocations":${invocations},"tool":${tool([...rules.values()])}}]}\n`,
      );
    },
  };
}

function head(root: string): string {
  const folder = pathToFileURL(root).href;
  const run: Omit<Run, 'tool'> = {
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { SRCROOT: { uri: folder.endsWith('/') ? folder : `${folder}/` } },
  };
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
  };
  return `${jsonText(log).slice(0, -1)},"runs":[${jsonText(run).slice(0, -1)},"results":[`;
}

/** How it went: not well if a part of the input could not be read, since nothing is known of it. */
function invocation({ effects, notes }: Summary): Invocation {
  return {
    executionSuccessful: effects.unreadable === 0,
    toolExecutionNotifications: notes.map((text) => ({
      level: 'note',
      message: { text: visible(text) },
    })),
  };
}

function tool(rules: ReportingDescriptor[]): string {
  const described: Tool = {
    driver: { name: 'restricted-agent', version, semanticVersion: version, rules },
  };
  return jsonText(described);
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, from: Origin): Result {
  const { rule, effect, message, remedy, place, subjects, related, install } = diagnostic;
  const fix = diagnostic.fix?.();
  const sentence = message.endsWith('.') ? message : `${message}.`;
  const text = remedy === undefined ? sentence : `${sentence} ${remedy}`;
  const lead = install === undefined ? '' : `${install}/`;
  const logical = subjects.map((name) => ({ fullyQualifiedName: visible(lead + name) }));
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[effect],
    message: { text: visible(text) },
    locations: [
      {
        physicalLocation: physical(place, from),
        ...(logical.length === 0 ? {} : { logicalLocations: logical }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            physicalLocation: physical(one.place, from),
            message: { text: visible(one.message) },
          })),
        }),
    ...(fix === undefined || fix.replacements.length === 0 ? {} : { fixes: [fixOf(fix, from)] }),
    properties: { effect },
  };
}

function physical({ file, region, excerpt }: Place, from: Origin): PhysicalLocation {
  return {
    artifactLocation: artifact(file, from),
    ...(region === undefined ? {} : { region: regionOf(region, excerpt) }),
  };
}

/** Regions are both text and bytes, so that fixes can be made byte for byte. */
function regionOf(region: Region, excerpt?: string): SarifRegion {
  return excerpt === undefined || excerpt === ''
    ? { ...region }
    : { ...region, snippet: { text: visibleLine(excerpt) } };
}

function artifact(file: string, { root, cwd }: Origin): ArtifactLocation {
  if (file === standardInput) return { uri: 'stdin', uriBaseId: 'SRCROOT' };
  const below = pathBelow(root, file, cwd);
  if (below === undefined) return { uri: pathToFileURL(resolve(cwd, file)).href };
  return { uri: below.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function fixOf({ title, file, replacements }: ReportedFix, from: Origin): Fix {
  return {
    description: { text: visible(title) },
    artifactChanges: [
      {
        artifactLocation: artifact(file, from),
        replacements: replacements.map(({ region, text }) => ({
          deletedRegion: regionOf(region),
          ...(text === '' ? {} : { insertedContent: { text } }),
        })),
      },
    ],
  };
}
