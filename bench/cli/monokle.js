/**
 * What a tool on @monokle/validation does with a stream of manifests, as monokle-cli does it: reads
 * it, splits it into resources with the yaml library, and validates them by the Pod Security plugin.
 * Prints as JSON the numbers of the resources that have a result.
 *
 *     node bench/cli/monokle.js < manifests.yaml
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../package.json', import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

const { parseAllDocuments } = await load('yaml');
const { createDefaultMonokleValidator } = await load('@monokle/validation');

const resources = parseAllDocuments(readFileSync(0, 'utf8')).map((document, index) => {
  const content = document.toJS();
  return {
    id: `resource-${index}`,
    fileId: 'stdin',
    filePath: 'stdin',
    fileOffset: 0,
    name: content.metadata.name,
    apiVersion: content.apiVersion,
    kind: content.kind,
    content,
    text: document.toString({ directives: false }),
  };
});
const validator = createDefaultMonokleValidator();
const plugins = { 'pod-security-standards': true };
await validator.preload({ plugins });
// By itself the restricted half of the rules is off.
const names = validator.rules['pod-security-standards'].map(({ name }) => name);
const rules = Object.fromEntries(names.map((name) => [`pod-security-standards/${name}`, 'err']));
await validator.preload({ plugins, rules });
const { runs } = await validator.validate({ resources });
const found = runs
  .flatMap(({ results }) => results)
  .flatMap(({ locations }) => locations)
  .flatMap(({ physicalLocation }) => physicalLocation?.artifactLocation.uri ?? [])
  .flatMap((uri) => (uri.startsWith('resource-') ? Number(uri.slice('resource-'.length)) : []));
console.log(JSON.stringify([...new Set(found)]));
