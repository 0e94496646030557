/** A secret that somebody has put into a file, and the file around it. */
export interface Planted {
  readonly where: string;
  readonly secret: string;
  readonly text: string;
}

const pod = `workers:
- name: w
dagProcessor: {}
triggerer: {}
`;

/** A values file that has something to say about every line of these. */
function values(where: string, secret: string, lines: string): Planted {
  return {
    where,
    secret,
    text: `namespace: agents\n${lines}\n${lines.includes('workers:') ? '' : pod}`,
  };
}

function object(where: string, secret: string, spec: string, metadata = '{name: web}'): Planted {
  return {
    where,
    secret,
    text: `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec: ${spec}\n`,
  };
}

function broken(where: string, secret: string, text: string): Planted {
  return { where, secret, text };
}

const env = (entry: string) => `commonEnv: [${entry}]`;

/** Every kind of place in which people have credentials. */
export const planted: readonly Planted[] = [
  values('a number in env', '91827364554637', env('{name: A_TOKEN, value: 91827364554637}')),
  values(
    'a number in env of a line',
    '91827364554638',
    'commonEnv:\n- name: PGPASSWORD\n  value: 91827364554638',
  ),
  values('a negative number in env', '-91827364', env('{name: X, value: -91827364}')),
  values('a float in env', '9182736.4554', env('{name: X, value: 9182736.4554}')),
  values('a hexadecimal number in env', '0xBADC0FFEE1', env('{name: X, value: 0xBADC0FFEE1}')),
  values(
    'a date-like value in env',
    '2031-12-24',
    env('{name: X, value: 2031-12-24}, {name: Y, value: 7}'),
  ),
  values(
    'a neighbour in a flow list',
    's3cr3t-neighbour',
    env('{name: DB_PASS, value: s3cr3t-neighbour}, {name: N, value: 12345678}'),
  ),
  values(
    'a neighbour of plain letters',
    'hunterneighbour',
    env('{name: N, value: 1}, {name: DB_PASS, value: hunterneighbour}'),
  ),
  values(
    'a mapping as a value of env',
    'n3sted-pw',
    env('{name: X, value: {password: n3sted-pw}}'),
  ),
  values('a list as a value of env', 'l1sted-pw', env('{name: X, value: [l1sted-pw, 2]}')),
  values('env as a mapping', 'm4pped-pw', 'commonEnv: {PGPASSWORD: m4pped-pw, N: 1}'),
  values('env as a text', 'PGPASSWORD=t3xt-pw', 'commonEnv: "PGPASSWORD=t3xt-pw"'),
  values('a name of env with its value', 'A_KEY=v4lue', env('{name: "A_KEY=v4lue", value: 12}')),
  values(
    'env of a worker',
    'w0rker-pw',
    'workers:\n- {name: w, env: [{name: P, value: w0rker-pw}, {name: N, value: 3}]}\ndagProcessor: {}\ntriggerer: {}',
  ),
  values(
    'the folder of logs',
    'AKIA:S3KEY00@bucket',
    'workers:\n- name: w\n  env:\n  - {name: AIRFLOW__LOGGING__BASE_LOG_FOLDER, value: "/AKIA:S3KEY00@bucket"}\ndagProcessor: {}\ntriggerer: {}',
  ),
  values('an unknown key’s value', 'v4lue-of-unknown', 'extraPassword: v4lue-of-unknown'),
  values('an unknown key', 'hunter2-as-a-key', '"hunter2-as-a-key": 1'),
  values(
    'an unknown key without a value',
    'xK9-key-alone',
    `${'{xK9-key-alone}'.replace(/[{}]/g, '"')}:`,
  ),
  values(
    'an unknown key of a worker',
    'w0rker-key',
    'workers: [{name: w, w0rker-key: 1}]\ndagProcessor: {}\ntriggerer: {}',
  ),
  values(
    'the pull secret itself',
    'dXNlcjpwYXNz',
    'imagePullSecretData: {auths: {"r.example": {auth: dXNlcjpwYXNz}}}',
  ),
  values('the pull secret as a number', '7788990011', 'imagePullSecretData: 7788990011'),
  values('the token itself, of another type', 't0ken-in-list', 'agentToken: [t0ken-in-list]'),
  values(
    'the token in place of its Secret’s name',
    'eyJhbGciOi.JIUzI1NiJ9',
    'agentTokenSecretName: {a: eyJhbGciOi.JIUzI1NiJ9}',
  ),
  values(
    'the token as the name of a Secret',
    'ghp_1A2b3C4d',
    'imagePullSecretName: ghp_1A2b3C4d; image: 1',
  ),
  values(
    'an address with a password',
    'user:pw00@host',
    'astroDeploymentAPIURL: "https://user:pw00@host/<your-id>"',
  ),
  values(
    'a query of an address',
    'api_key=k9k9k9',
    'openLineage: {url: "https://h/?api_key=k9k9k9", enabld: 1}',
  ),
  values(
    'a placeholder’s neighbour',
    'gh-t0ken-here',
    'dagBundleConfigList: "https://gh-t0ken-here@<host>/x"',
  ),
  values(
    'an image with a login',
    'robot:t0k@reg',
    'image: robot:t0k@reg/agent@latest\nimagePullPolicy: 1',
  ),
  values('a comment', 'c0mment-pw', 'createNamespace: true # was c0mment-pw'),
  values('a comment beside an unknown key', 'passw0rd!!', 'unknwn: 1 # passw0rd!!'),
  values(
    'Vector’s config',
    'v3ctor-key',
    'loggingSidecar:\n  enabled: true\n  config: |\n    default_api_key: v3ctor-key\n    sources: {a: {type: file, include: ["/x/v3ctor-key/*.log"]}}',
  ),
  values('an annotation', 'ann0tated', 'annotations: {a: ann0tated, b: [1]}'),
  values('a label of another type', '5544332211', 'labels: {token: 5544332211}'),
  values(
    'an amount',
    'amount-s3cret',
    'workers: [{name: w, resources: {limits: {cpu: amount-s3cret}}}]\ndagProcessor: {}\ntriggerer: {}',
  ),
  values(
    'a size',
    'size-s3cret',
    'workers: [{name: w, volumes: [{name: v, emptyDir: {sizeLimit: size-s3cret}}]}]\ndagProcessor: {}\ntriggerer: {}',
  ),
  values('a user', 'uid-s3cret', 'podSecurityContext: {runAsUser: uid-s3cret}'),
  values(
    'a profile',
    'pr0file secret',
    'podSecurityContext: {seccompProfile: {type: "pr0file secret"}}',
  ),
  values('a text for a switch', 'sw1tch-pw', 'loggingSidecar: {enabled: sw1tch-pw}'),
  values('a text for a mapping', 'm4p-pw', 'dagProcessor: m4p-pw'),
  values('a text for a list', 'l1st-pw', 'workers: l1st-pw\ndagProcessor: {}\ntriggerer: {}'),
  values(
    'an item of workers',
    'w0rker-as-text',
    'workers: [w0rker-as-text]\ndagProcessor: {}\ntriggerer: {}',
  ),
  values('an anchor', 'anch0r-pw', 'commonEnv: &anch0r-pw [{name: A, value: 1}]'),
  values(
    'a value behind an anchor',
    'beh1nd-pw',
    'x: &x beh1nd-pw\ncommonEnv: [{name: A, value: *x}, {name: B, value: 1}]',
  ),
  values(
    'a folded text',
    'f0lded pw',
    'commonEnv:\n- name: A\n  value: >-\n    f0lded pw\n- {name: B, value: 1}',
  ),
  object(
    'args',
    '--password=arg5',
    '{hostNetwork: true, containers: [{name: a, args: [--password=arg5]}]}',
  ),
  object(
    'a command',
    'c0mmand-pw',
    '{hostPID: true, containers: [{name: a, command: [sh, -c, "login c0mmand-pw"]}]}',
  ),
  object(
    'env of a pod',
    'p0d-env',
    '{hostPID: true, containers: [{name: a, env: [{name: P, value: p0d-env}]}]}',
  ),
  object(
    'an annotation of a pod',
    'p0d-annotation',
    '{hostPID: true, containers: [{name: a}]}',
    '{name: web, annotations: {token: p0d-annotation}}',
  ),
  object(
    'a label of a pod',
    'p0d-label',
    '{hostPID: true, containers: [{name: a}]}',
    '{name: web, labels: {token: p0d-label}}',
  ),
  object(
    'a host of a probe',
    'user:pr0be@h',
    '{containers: [{name: a, livenessProbe: {httpGet: {port: 1, host: "user:pr0be@h"}}}]}',
  ),
  object(
    'a driver’s options',
    'fl3x-pw',
    '{containers: [{name: a}], volumes: [{name: v, flexVolume: {driver: d, options: {password: fl3x-pw}}}]}',
  ),
  object(
    'an AppArmor profile',
    'appArm0r pw',
    '{containers: [{name: a}]}',
    '{name: web, annotations: {container.apparmor.security.beta.kubernetes.io/a: "appArm0r pw"}}',
  ),
  object('a text for containers', 'c0ntainers-pw', '{containers: c0ntainers-pw}'),
  object(
    'a level of a capability',
    'c4p secret',
    '{containers: [{name: a, securityContext: {capabilities: {add: ["c4p secret"]}}}]}',
  ),
  {
    where: 'a level of a Namespace',
    secret: 'l3vel!pw',
    text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n\n  labels: {pod-security.kubernetes.io/enforce: "l3vel!pw"}\n',
  },
  broken(
    'a quote that is not closed',
    'unclosed-s3cret',
    'namespace: a\npassword: "unclosed-s3cret\nworkers: []\n',
  ),
  broken('a second colon', 'c0lon-pw', 'namespace: a\npassword: c0lon-pw: x\n'),
  broken('an alias by mistake', 'alias-pw1', 'namespace: a\npassword: *alias-pw1\n'),
  broken('an alias of plain letters', 'aliashunter', 'namespace: a\npassword: *aliashunter\n'),
  broken('a tag by mistake', 'tag-pw1', 'namespace: a\npassword: !tag-pw1 x\n'),
  broken('a tag that does not fit', 'n0number', 'namespace: a\npassword: !!int n0number\n'),
  broken(
    'a tag that does not fit plain letters',
    'nonumberatall',
    'namespace: a\npassword: !!int nonumberatall\n',
  ),
  broken('a sign by mistake', 'sign-pw1', 'namespace: a\npassword: @sign-pw1\n'),
  broken('a percent sign', 'percent-pw1', 'namespace: a\npassword: %percent-pw1\n'),
  broken('no colon', 'no-c0lon', 'namespace: a\npassword no-c0lon\nworkers: []\n'),
  broken('no blank', 'glu3d', 'namespace: a\npassword:glu3d\nworkers: []\n'),
  broken('no blank after a key of digits', 'gl00', 'namespace: a\ngl00:x\nworkers: []\n'),
  broken('a tab', 't4b-pw', 'workers:\n\tpassword: t4b-pw\n'),
  broken('a key twice', 'tw1ce-key', 'tw1ce-key: 1\ntw1ce-key: 2\n'),
  broken(
    'a value of a key that is there twice',
    'tw1ce-value',
    'password: a\npassword: tw1ce-value\n',
  ),
  broken(
    'brackets that are not closed',
    'br4cket',
    'namespace: a\nx: {password: br4cket, b: [c\nworkers: []\n',
  ),
  broken('a second document', 'sec0nd', 'namespace: a\nworkers: []\n---\nsec0nd\n'),
  broken('an escape that is none', 'esc4pe', 'namespace: a\npassword: "esc4pe\\q"\n'),
  broken('a merge conflict', 'br4nch-name', 'namespace: a\n<<<<<<< br4nch-name\nb: 1\n'),
  broken('a control character', 'c0ntrol', 'namespace: a\npassword: c0ntrol\u0001\n'),
  broken('broken JSON', 'js0n-pw', '{"namespace": "a", "password": "js0n-pw" "x": 1}\n'),
  broken('a text as a whole', 'wh0le-text', 'wh0le-text\n'),
  broken('a list as a whole', 'wh0le-list', '- wh0le-list\n'),
];
