/*
 * Credentials where people put them, and what looks like one but is none. `%` stands for the
 * credential itself.
 */

/** What it is, the values file, and the credential. */
type Planted = readonly [what: string, values: string, secret: string];

const env = (name: string, secret: string): Planted => [
  `the variable ${name}`,
  `commonEnv:\n  - name: ${name}\n    value: '%'\n`,
  secret,
];
const key = (path: string, secret: string): Planted => {
  const keys = path.split('.');
  const lines = keys.map((one, depth) => `${'  '.repeat(depth)}${one}:`);
  return [`the key ${path}`, `${lines.join('\n')} '%'\n`, secret];
};
const vector = (what: string, config: string, secret: string): Planted => [
  `Vector’s ${what}`,
  `loggingSidecar:\n  enabled: true\n  config: |\n${config.replace(/^/gm, '    ')}\n`,
  secret,
];
const comment = (line: string, secret: string): Planted => [
  `the comment ${line}`,
  `namespace: agents # ${line}\n`,
  secret,
];

/** `robot:hunter22x987`, as a registry's login is written. */
const base64 = 'cm9ib3Q6aHVudGVyMjJ4OTg3';

export const planted: readonly Planted[] = [
  // Variables
  env('PGPASSWORD', 'hunter2'),
  env('DB_PASS', 'hunter2'),
  env('DB_PASSWORD', 'correct horse battery staple'),
  env('DB_PASSWD', 'hunter2'),
  env('MYSQL_PWD', 'hunter2'),
  env('REDIS_PW', 'hunter2'),
  env('KEYSTORE_PASSPHRASE', 'open sesame'),
  env('password', 'hunter2'),
  env('smtpPassword', 'hunter2'),
  env('AIRFLOW_VAR_LEGACY', 'hunter2'),
  env('AIRFLOW_VAR_SLACK', 'T0AB-B0CD-x9y8z7'),
  env('AIRFLOW_VAR_DB_PASSWORD', 'hunter'),
  env('AIRFLOW_VAR_CONFIG', '{"user": "me", "pass": "hunter2"}'),
  env('AIRFLOW_CONN_WAREHOUSE', 'snowflake://me:hunter2@acme/db'),
  env('AIRFLOW_CONN_GIT', '{"conn_type": "git", "password": "hunter2"}'),
  env('AIRFLOW__CORE__FERNET_KEY', 'Zm9vYmFyYmF6cXV4'),
  env('AIRFLOW__API_AUTH__JWT_SECRET', 'hunter2'),
  env('AIRFLOW__DATABASE__SQL_ALCHEMY_CONN', 'postgresql://me:hunter2@db/airflow'),
  env('AIRFLOW__SECRETS__BACKEND_KWARGS', '{"url": "https://vault", "token": "abc"}'),
  env('SENTRY_DSN', 'https://0123456789abcdef@o1.ingest.sentry.io/1'),
  env('GIT_URL', 'https://TOKEN@host/repo.git'),
  env('GIT_REPO', 'https://oauth2:hunter2@git.example.com/repo'),
  env('PIP_INDEX_URL', 'https://a1b2c3d4e5f6@pypi.example.com/simple'),
  env('BROKER', 'amqp://me:hunter2@mq.example.com:5672/'),
  env('CACHE', 'redis://:hunter2@cache.example.com:6379/0'),
  env('AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
  env('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE'),
  env('AWS_SESSION_TOKEN', 'abc'),
  env('AZURE_CLIENT_SECRET', 'abc~def'),
  env('AZURE_STORAGE_CONNECTION_STRING', 'AccountName=acme;AccountKey=abc=='),
  env('STORAGE_SAS', 'https://acme.blob.core.windows.net/c?sv=1&sig=abcdefghijklmnopqrst'),
  env('GCP_KEY', '{"private_key": "-----BEGIN PRIVATE KEY-----"}'),
  env('OPENAI_API_KEY', 'sk-abcdefghijklmnopqrst'),
  env('DD_API_KEY', '0123456789abcdef0123456789abcdef'),
  env('DD_APP_KEY', 'abc'),
  env('NEW_RELIC_LICENSE_KEY', 'abc'),
  env('SLACK_WEBHOOK', 'https://hooks.slack.com/services/T0/B0/x9'),
  env('ALERTS', 'https://hooks.slack.com/services/T0/B0/x9'),
  env('TEAMS', 'https://acme.webhook.office.com/webhookb2/abc'),
  env('GITHUB_PAT', 'ghp_0123456789abcdefghij'),
  env('CI', 'glpat-0123456789abcdefghij'),
  env('NPM', 'npm_0123456789abcdefghij'),
  env('HELLO', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'),
  env('VAULT_TOKEN', 'hvs.abc'),
  env('VAULT_SECRET_ID', '7f3d'),
  env('SESSION_COOKIE', 'k9x2-m4n8'),
  env('COOKIE_SALT', 'k9x2m4n8q7'),
  env('SIGNING_KEY', 'abcdef'),
  env('ENCRYPTION_KEY_2', 'abcdef'),
  env('WEBHOOK_KEY', 'x7k2q9m4'),
  env('SOMETHING', 'wJalrXUtnFEMIK7MDENGbPxRfiCY'),
  env('HTTP_AUTHORIZATION', 'Basic cm9ib3Q6'),
  env('CURL_ARGS', '--user me:hunter2 https://example.com'),
  [
    'a variable with a number for a value',
    'commonEnv:\n  - {name: DB_PASS, value: 12345678}\n',
    '12345678',
  ],
  ['variables as a mapping', "env:\n  PGPASSWORD: '%'\n", 'hunter2'],
  [
    'a worker’s variable',
    "workers:\n  - name: a\n    env:\n      - {name: API_TOKEN, value: '%'}\n",
    'x1',
  ],
  [
    'a container’s variable',
    "workers:\n  - extraContainers:\n      - env:\n          - {name: LOGIN_PASS, value: '%'}\n",
    'x1',
  ],
  // The chart's own keys
  key('agentToken', 'hunter2'),
  key('sentinelAuthSecret', 'hunter2'),
  key('imagePullSecretData', '{"auths": {}}'),
  [
    'imagePullSecretData as a map',
    "imagePullSecretData:\n  auths:\n    registry.example.com:\n      auth: '%'\n",
    base64,
  ],
  ['imagePullSecretData as a list', "imagePullSecretData:\n  - '%'\n", base64],
  key('openLineage.apiKey', 'abc'),
  key('astroDeploymentAPIURL', 'https://me:hunter2@example.com/'),
  key('xcomBackend.storage.accountKey', 'abc'),
  key('elasticsearch.connection.pass', 'hunter2'),
  ['an annotation called token', "commonAnnotations:\n  example.com/token: '%'\n", 'x1y2'],
  ['a label called secret', "commonLabels:\n  secret: '%'\n", 'hunter2'],
  ['a header', "openLineage:\n  headers:\n    X-Api-Key: '%'\n", 'x1y2z3'],
  ['a header as a pair', "headers:\n  - {key: Authorization, value: '%'}\n", 'abc'],
  ['credentials as a map', "objectStore:\n  credentials:\n    user: me\n    hash: '%'\n", 'x1y2z3'],
  ['an image with a password', "image: '%@registry.example.com/agent:1'\n", 'https://me:hunter2'],
  // Arguments
  ['an argument', "workers:\n  - extraContainers:\n      - args: ['--token=%']\n", 'abc'],
  [
    'an argument after its option',
    "workers:\n  - extraContainers:\n      - args: [--password, '%']\n",
    'hunter2',
  ],
  ['a shell command', "workers:\n  - command: [sh, -c, 'export DB_PASS=% && run']\n", 'hunter2'],
  [
    'a header in a command',
    "workers:\n  - command: [curl, '-H', 'Authorization: Bearer %']\n",
    'abcdefghijkl',
  ],
  ['a user in a command', "workers:\n  - command: [sh, -c, 'curl -u me:% https://x']\n", 'hunter2'],
  // Configuration as text
  vector(
    'default_api_key',
    "sinks:\n  dd:\n    type: datadog_logs\n    default_api_key: '%'",
    '0123456789abcdef',
  ),
  vector('token', 'sinks:\n  a:\n    auth: {strategy: bearer, token: %}', 'abc'),
  vector('password', 'sinks:\n  a:\n    auth: {strategy: basic, user: me, password: %}', 'hunter2'),
  vector('address', 'sinks:\n  a:\n    endpoint: https://me:%@logs.example.com', 'hunter2'),
  vector(
    'header',
    "sinks:\n  a:\n    request:\n      headers: {Authorization: 'Splunk %'}",
    'x1y2z3',
  ),
  vector('comment', 'sinks: {}\n# token: %', 'x1y2z3'),
  vector('TOML', '[sinks.a]\nauth.password = "%"', 'hunter2'),
  [
    'Sentinel’s configuration',
    'sentinel:\n  config: |\n    api_server:\n      api_token: %\n',
    'abc',
  ],
  [
    'a configuration as a map',
    "loggingSidecar:\n  config:\n    auth: {password: '%'}\n",
    'hunter2',
  ],
  ['an INI file', 'extraFiles:\n  a.ini: |\n    [smtp]\n    smtp_password = %\n', 'hunter2'],
  [
    'a private key',
    'extraFiles:\n  id: |\n    -----BEGIN OPENSSH PRIVATE KEY-----\n    %\n',
    'b3BlbnNzaC1r',
  ],
  // Comments
  comment('agentToken: x1y2z3', 'x1y2z3'),
  comment('DB_PASS=hunter2', 'hunter2'),
  comment('the password is hunter2', 'hunter2'),
  comment('was ghp_0123456789abcdefghij', 'ghp_0123456789abcdefghij'),
  comment('https://me:hunter2@example.com', 'hunter2'),
  ['a line that cannot be read', 'a: [\nagentToken: %\n', 'hunter2'],
  ['a template that cannot be read', '{{ if }}\n  PGPASSWORD: %\n', 'hunter2'],
];

/** What may be kept for the tab without asking: none of it is a credential. */
export const harmless: readonly (readonly [what: string, values: string])[] = [
  ...(
    [
      ['PRIMARY_KEY', 'id'],
      ['PARTITION_KEY', 'created_at'],
      ['SORT_KEY', 'tenant-id'],
      ['MAX_TOKEN_COUNT', '4096'],
      ['MAX_TOKENS', '4096'],
      ['TOKEN_LIMIT', '100000'],
      ['TOKEN_TTL', '3600'],
      ['TOKENIZERS_PARALLELISM', 'false'],
      ['PASSWORD_FILE', '/run/secrets/db'],
      ['DB_PASS_FILE', '/run/secrets/db'],
      ['PASSWORD_MIN_LENGTH', '12000'],
      ['SECRET_NAME', 'db-login'],
      ['TOKEN_URL', 'https://login.example.com/oauth2/token'],
      ['TOKEN_ENDPOINT', 'https://login.example.com/550e8400-e29b-41d4-a716-446655440000'],
      ['SSH_KEY_PATH', '/home/me/.ssh/id'],
      ['AUTH_TYPE', 'kerberos'],
      ['KAFKA_AUTH', 'kerberos'],
      ['BYPASS', 'localhost,127.0.0.1'],
      ['PASS_THROUGH', 'all-requests'],
      ['COMPASS_URL', 'https://compass.example.com'],
      ['MONKEY', 'business'],
      ['KEYSPACE', 'events'],
      ['CACHE_KEY', 'agents'],
      ['PWD', '/opt/airflow'],
      ['API_TOKEN', '$(API_TOKEN)'],
      ['DB_PASSWORD', '<your password>'],
      ['DB_PASSWORD', ''],
      ['AIRFLOW_VAR_ENVIRONMENT', 'production'],
      ['AIRFLOW_VAR_REGION', 'eu-central-1'],
      ['AIRFLOW_VAR_BUCKET', 's3://acme-data/raw'],
      ['AIRFLOW_VAR_WIKI', 'https://wiki.example.com/agents'],
      ['AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID', 'aws_default'],
      ['AIRFLOW__SECRETS__BACKEND', 'airflow.secrets.local_filesystem.LocalFilesystemBackend'],
      ['DEPLOYMENT_ID', 'clz1abcd20003ef45ghij6klm'],
      ['GIT_SSH', 'ssh://git@git.example.com/repo.git'],
      ['DATABASE', 'postgresql://airflow@db.example.com/airflow'],
      ['IMAGE', `acme/agent@sha256:${'0123456789abcdef'.repeat(4)}`],
      ['REVISION', '0123456789abcdef0123456789abcdef01234567'],
    ] as const
  ).map(([name, value]) => [name, `commonEnv:\n  - {name: ${name}, value: '${value}'}\n`] as const),
  [
    'a reference',
    'commonEnv:\n  - name: DB_PASS\n    valueFrom:\n      secretKeyRef: {name: db, key: pass}\n',
  ],
  ['the name of a Secret', 'agentTokenSecretName: agent-token\nimagePullSecretName: registry\n'],
  ['a file', 'agentTokenFile: /run/token\n'],
  ['a key in a Secret', 'openLineage:\n  apiKeySecret: lineage\n  apiKeySecretKey: token\n'],
  [
    'a volume of a Secret',
    'workers:\n  - volumes:\n      - {name: a, secret: {secretName: a, defaultMode: 1024}}\n',
  ],
  [
    'a projected token',
    'workers:\n  - volumes:\n      - name: a\n        projected:\n          sources:\n            - serviceAccountToken: {path: token, expirationSeconds: 7200, audience: vault}\n',
  ],
  ['an empty credential', 'agentToken: ""\nimagePullSecretData:\nsentinelAuthSecret: ~\n'],
  [
    'labels',
    'commonLabels:\n  team: data-platform\n  cost-center: "4711"\n  app.kubernetes.io/part-of: agents\n',
  ],
  ['a checksum', `commonAnnotations:\n  checksum/config: ${'0123456789abcdef'.repeat(4)}\n`],
  ['a schedule', 'workers:\n  - queues: default,gpu-a100,etl\n'],
  [
    'a comment about tokens',
    'a: 1 # the token is read from a Secret, see agentTokenSecretName: agent-token\n',
  ],
  ['an example in a comment', 'a: 1\n# agentToken: change-me\n# password: <your password>\n'],
  [
    'a certificate',
    'ca: |\n  -----BEGIN CERTIFICATE-----\n  MIIBszCCAVmgAwIBAgIUQ2Zm9vYmFyYmF6cXV4\n  -----END CERTIFICATE-----\n',
  ],
  [
    'a public key',
    'knownHosts: git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9\n',
  ],
  [
    'Vector’s configuration',
    'loggingSidecar:\n  config: |\n    sinks:\n      a:\n        auth: {strategy: bearer, token: $(LOKI_TOKEN)}\n',
  ],
];
