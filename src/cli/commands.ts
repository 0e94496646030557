import type { Command, Option } from './command.ts';

const quiet: Option = {
  name: 'quiet',
  short: 'q',
  help: 'say only what decides the exit code',
};

const policy = 'LEVEL[:VERSION]';

/** What stands above the labels of the namespaces. */
const policies: readonly Option[] = [
  { name: 'enforce', value: policy, help: 'judge by this, whatever the namespace’s label says' },
  { name: 'warn', value: policy, help: 'likewise, for what kubectl warns of' },
  { name: 'audit', value: policy, help: 'likewise, for what the audit log notes' },
];

/** What to take files for that do not look like the agent's. */
const asValues: Option = {
  name: 'as',
  value: 'values',
  help: 'take a named file for the agent’s values that does not look like them',
};

/** For whoever gives files by their names alone. */
const skipUnrecognised: Option = {
  name: 'skip-unrecognised',
  help: 'pass over named files that are not the agent’s, and say so: for hooks',
};

/** Values that are merged of several files and options, as Helm takes them. */
const layers: readonly Option[] = [
  {
    name: 'values',
    short: 'f',
    value: 'FILE',
    multiple: true,
    help: 'values that Helm merges, in this order, into one install',
  },
  { name: 'set', value: 'KEY=VALUE', multiple: true, help: 'as helm takes it, over the files' },
  { name: 'set-string', value: 'KEY=VALUE', multiple: true, help: 'likewise, always a string' },
  { name: 'set-json', value: 'KEY=JSON', multiple: true, help: 'likewise, a value of JSON' },
  { name: 'set-file', value: 'KEY=FILE', multiple: true, help: 'likewise, what a file holds' },
  { name: 'set-literal', value: 'KEY=VALUE', multiple: true, help: 'likewise, to the letter' },
];

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    summary: 'say what Kubernetes would refuse, and what would fail',
    usage: '[FILE...]',
    description: [
      'Reads values.yaml, namespace.yaml or rendered manifests, told apart by their content: YAML',
      'with any number of documents, JSON, and Lists. A folder stands for the .yaml, .yml and .json',
      'files in it; - or nothing stands for standard input.',
      '',
      'The policy is --enforce, if given; else that of the Namespace that the object is in, if the',
      'input holds it; else restricted:latest. Files are read for their Namespaces first, whatever',
      'their order; on standard input a Namespace comes before what is in it, as helm and kustomize',
      'write it.',
    ],
    options: [
      ...layers,
      ...policies,
      {
        name: 'format',
        value: 'FORMAT',
        help: 'text (default), json, sarif, or github (workflow commands)',
      },
      asValues,
      skipUnrecognised,
      quiet,
    ],
    examples: [
      ['check values.yaml namespace.yaml', 'the two files of an install'],
      ['check -f base.yaml -f prod.yaml --set image=x', 'what Helm would merge of them'],
      ['check --enforce restricted:v1.34 deploy/', 'every manifest in a folder'],
      ['helm template agent CHART -f values.yaml | restricted-agent check -', 'what Helm renders'],
      ['check --format sarif values.yaml > results.sarif', 'for code scanning'],
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'fix',
    summary: 'repair values.yaml, namespace.yaml and manifests, touching nothing else',
    usage: '[-f FILE]... [FILE...] [--diff | --write | -o FILE]',
    description: [
      'Does what Fix everything does in the wizard. Prints the repaired file, or with two files',
      'asks for --diff or --write. What no fix repairs is named on standard error.',
      '',
      'Manifests of pods and of what makes them, such as a pod_template_file, get what restricted',
      'asks for. Root, added capabilities and what is the node’s are left, and named.',
    ],
    options: [
      { name: 'diff', help: 'print a unified diff, for git apply or patch -p1' },
      { name: 'write', short: 'w', help: 'change the files in place' },
      { name: 'output', short: 'o', value: 'FILE', help: 'write the repaired file to FILE' },
      { name: 'force', help: 'replace files that are read-only, too' },
      {
        name: 'harden',
        help: 'also make root filesystems read-only, with the folders and size limits that takes',
      },
      ...layers,
      { name: 'into', value: 'FILE', help: 'of the files of -f, the one to write changes in' },
      ...policies,
      asValues,
      skipUnrecognised,
      quiet,
    ],
    examples: [
      ['fix values.yaml --diff', 'show what would change'],
      ['fix values.yaml namespace.yaml --write', 'repair both'],
      ['fix -f base.yaml -f prod.yaml --diff', 'each change in the file that it belongs in'],
      ['fix - < values.yaml > fixed.yaml', 'as a filter'],
    ],
    load: () => import('./commands/fix.ts'),
  },
  {
    name: 'handover',
    summary: 'write what takes the change to a repository and a cluster',
    usage: '-f FILE [-f FILE] [-o DIR | -o FILE.zip] [--format FORMAT]',
    description: [
      'Repairs the files as fix does, leaves them as they are, and writes the result in every form:',
      'the files, a patch, the text of a pull request, commands, Argo CD, Flux, Kustomize, Terraform,',
      'and a snippet for DAGs whose tasks make pods. A README says what each is. One form of one file',
      'is printed if there is no -o.',
    ],
    options: [
      {
        name: 'file',
        short: 'f',
        value: 'FILE',
        multiple: true,
        help: 'values.yaml, and its namespace.yaml if there is one; - is standard input',
      },
      { name: 'output', short: 'o', value: 'DIR', help: 'the folder, or the .zip, to write to' },
      {
        name: 'format',
        value: 'FORMAT',
        help: 'all (default), files, patch, pr, commands, argo, flux, kustomize, terraform or task-pods',
      },
      {
        name: 'field',
        value: 'NAME=VALUE',
        multiple: true,
        help: 'what a form needs: releaseName, chartVersion, kubeContext, valuesFile and others',
      },
      {
        name: 'harden',
        help: 'also make root filesystems read-only, as fix --harden does',
      },
      { name: 'force', help: 'replace files that are there' },
      asValues,
      quiet,
    ],
    examples: [
      ['handover -f values.yaml -f namespace.yaml -o handover', 'everything, in a folder'],
      ['handover -f values.yaml -o handover.zip', 'everything, in one archive'],
      ['handover -f values.yaml --format argo --field chartVersion=2.3.3', 'an Application'],
    ],
    load: () => import('./commands/handover.ts'),
  },
  {
    name: 'init',
    summary: 'write a minimal values.yaml and its namespace.yaml',
    usage: '[--set PATH=VALUE ...] [-o DIR]',
    description: ['Starts from nothing: two small, commented files that follow the guide.'],
    options: [
      {
        name: 'set',
        value: 'PATH=VALUE',
        multiple: true,
        help: 'a setting of the wizard, such as namespace.name=agents',
      },
      { name: 'output', short: 'o', value: 'DIR', help: 'the folder to write to (default: .)' },
      { name: 'force', help: 'replace files that are there' },
      quiet,
    ],
    examples: [
      ['init -o deploy', 'two files in deploy/'],
      ['init --set namespace.name=agents --set security.pod.runAsUser=platform', 'for OpenShift'],
    ],
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'open',
    summary: 'write the files that a share link describes',
    usage: 'LINK [-o DIR]',
    description: ['Takes the whole link, the part from # on, or the bare payload.'],
    options: [
      { name: 'output', short: 'o', value: 'DIR', help: 'the folder to write to (default: .)' },
      { name: 'force', help: 'replace files that are there' },
      quiet,
    ],
    examples: [["open 'https://wizard.example/#/start?config=v1.q1Y...' -o deploy", 'a link']],
    load: () => import('./commands/open.ts'),
  },
  {
    name: 'link',
    summary: 'print the share link of what files hold, without credentials',
    usage: 'FILE... [--page URL]',
    description: [
      'A link carries the settings that differ from the minimal file, not the file itself. What may',
      'be a credential stays out, and is named on standard error.',
    ],
    options: [
      {
        name: 'page',
        value: 'URL',
        help: 'where the wizard is served (default: http://127.0.0.1:4173/)',
      },
      asValues,
      quiet,
    ],
    examples: [
      ['link values.yaml namespace.yaml', 'a link to the wizard on this machine'],
      ['link values.yaml --page https://wizard.example/', 'a link for others'],
    ],
    load: () => import('./commands/link.ts'),
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of the chart’s values',
    usage: '[-o FILE]',
    description: [
      'With it an editor completes keys and checks types. With -o it prints the line that makes the',
      'YAML language server use the file.',
    ],
    options: [
      { name: 'output', short: 'o', value: 'FILE', help: 'write the schema to FILE' },
      quiet,
    ],
    examples: [
      ['schema -o values.schema.json', 'a file, and the line for the head of values.yaml'],
    ],
    load: () => import('./commands/schema.ts'),
  },
  {
    name: 'explain',
    summary: 'say what a rule is about',
    usage: '[RULE]',
    description: [
      'Prints what a rule or a check of the Pod Security Standards asks for and what to do; of a',
      'check also its fields, its versions and an example. Without a rule it lists them all.',
    ],
    options: [],
    examples: [
      ['explain tmp-writable', 'a rule of the agent'],
      ['explain runAsNonRoot', 'a check of the Pod Security Standards'],
    ],
    load: () => import('./commands/explain.ts'),
  },
];
