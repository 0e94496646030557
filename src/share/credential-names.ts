/*
 * What a name says of its value. Nobody can list the names of all credentials; those that say
 * so plainly are `certain`, and those that may or may not (`PRIMARY_KEY`, `SIGNING_KEY`) leave it
 * to the look of the value.
 */

export type Suspicion = 'certain' | 'possible' | undefined;

/** Words of which the value is a credential wherever they stand in a name. */
const credentialWords: ReadonlySet<string> = new Set([
  'apikey',
  'authorization',
  'credential',
  'credentials',
  'passphrase',
  'passwd',
  'password',
  'pwd',
  'secret',
  'token',
]);

/** The same, but only as the last word: `DB_PASS`, not `PASS_THROUGH`. */
const lastWords: ReadonlySet<string> = new Set(['pass', 'passcode', 'psk', 'pw']);

/** Endings of words that are written as one: `PGPASSWORD`, `authtoken`, `secretkey`. */
const endings =
  /(password|passwd|passphrase|token|secret|apikey|accesskey|secretkey|privatekey|credentials?)$/;

/** Two words that together are a credential. */
const pairs: ReadonlySet<string> = new Set([
  'access key',
  'account key',
  'api key',
  'app key',
  'connection string',
  'encryption key',
  'fernet key',
  'hmac key',
  'license key',
  'master key',
  'private key',
  'secret id',
  'secret key',
  'shared key',
  'signing key',
  'storage key',
]);

/** Last words that turn such a name into that of something else. */
const harmlessEndings: ReadonlySet<string> = new Set([
  'algorithm',
  'audience',
  'backend',
  'bytes',
  'class',
  'count',
  'dir',
  'directory',
  'enabled',
  'endpoint',
  'expiration',
  'expiry',
  'file',
  'header',
  'id',
  'interval',
  'issuer',
  'length',
  'limit',
  'max',
  'min',
  'mode',
  'name',
  'namespace',
  'parallelism',
  'path',
  'policy',
  'prefix',
  'provider',
  'ref',
  'reference',
  'refresh',
  'rotation',
  'seconds',
  'size',
  'store',
  'strategy',
  'through',
  'timeout',
  'ttl',
  'type',
  'uri',
  'url',
  'version',
]);

/** Last words that may well be of a credential. */
const possibleWords: ReadonlySet<string> = new Set([
  'auth',
  'cookie',
  'dsn',
  'jwt',
  'key',
  'pin',
  'salt',
  'seed',
  'sig',
  'signature',
  'webhook',
]);

/** Names of which a longer one says nothing new. */
const maxLength = 200;

/** What a key, a variable's name or an option says of the value that stands under it. */
export function suspicion(name: string): Suspicion {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const two = words.slice(-2).join(' ');
  if (words[0] === 'airflow' && words[1] === 'conn') return 'certain';
  if (two === 'secret id' || words.join('').endsWith('imagepullsecretdata')) return 'certain';
  if (harmlessEndings.has(last)) return undefined;
  // `apiKeySecret` is as often the name of a Secret as a credential, `tokenSecretKey` a key in it.
  if (/(key|token|password|pull) secret( key)?$/.test(words.join(' '))) return 'possible';
  if (lastWords.has(last) || pairs.has(two) || words.some(isCredentialWord)) return 'certain';
  if (words[0] === 'airflow' && words[1] === 'var') return 'possible';
  return possibleWords.has(last) && name !== 'key' ? 'possible' : undefined;
}

/** Whether a text has a word in it that announces a credential. */
export function hasCredentialWord(text: string): boolean {
  return wordsOf(text).some((word) => isCredentialWord(word) || lastWords.has(word));
}

function isCredentialWord(word: string): boolean {
  return credentialWords.has(word) || endings.test(word);
}

/** The words of a name: `agentTokenFile`, `AGENT_TOKEN_FILE` and `example.com/agent-token-file` have the same. */
function wordsOf(name: string): string[] {
  const own = name.slice(0, maxLength).split('/').at(-1) ?? '';
  return (
    own
      // A section of Airflow's configuration, not a secret.
      .replace(/^AIRFLOW__SECRETS__/, '')
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .split(/[^A-Za-z\d]+/)
      .map((word) => word.toLowerCase().replace(/(?<!\d)\d+$/, ''))
      .filter((word) => word !== '')
  );
}
