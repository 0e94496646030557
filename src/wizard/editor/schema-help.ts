import { configureMonacoYaml } from 'monaco-yaml';
import { type DocumentName, documentNames, fileNames } from '../../agent/documents/documents.ts';
import { namespaceHelp, valuesHelp } from './help-schemas.ts';
import { monaco } from './monaco.ts';
import YamlWorker from './yaml.worker.ts?worker';

/*
 * Completion and hovers from the chart's schema. Nothing else of monaco-yaml: what is wrong with a
 * file is said by the assessment alone, once. The worker starts with the first question.
 */

/** monaco-yaml 5.5 asks for its worker by name; since 0.53 Monaco wants the worker itself. */
interface WorkerByName {
  readonly createData?: unknown;
}

function createWebWorker<T extends object>({ createData }: WorkerByName) {
  const worker = new YamlWorker();
  // The first message loads the worker, the second is what it is made with.
  worker.postMessage('ignore');
  worker.postMessage(createData);
  return monaco.editor.createWebWorker<T>({ worker });
}

const schemas = { values: valuesHelp, namespace: namespaceHelp };

configureMonacoYaml(
  { ...monaco, editor: { ...monaco.editor, createWebWorker } },
  {
    completion: true,
    disableDefaultProperties: true,
    format: { enable: false },
    hover: true,
    hoverAnchor: false,
    hoverSchemaSource: false,
    schemas: documentNames.map((name) => ({
      uri: `https://schema.invalid/${name}.json`,
      fileMatch: [fileNames[name]],
      schema: schemas[name](),
    })),
    validate: false,
    yamlVersion: '1.1',
  },
);

/** The address by which a document's model finds its schema. */
export function modelUri(document: DocumentName): monaco.Uri {
  return monaco.Uri.file(`/${fileNames[document]}`);
}
