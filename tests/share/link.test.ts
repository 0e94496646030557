import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/agent/settings/lens/read-settings.ts';
import { treesOf } from '../../src/agent/settings/lens/write-settings.ts';
import { type Settings, settingsSchema } from '../../src/agent/settings/settings.ts';
import { starter } from '../../src/agent/starter/starter.ts';
import { pack, unpack } from '../../src/share/compress.ts';
import { defaultSettings } from '../../src/share/default-settings.ts';
import { isOfForm } from '../../src/share/harmless-forms.ts';
import { decodeLink, encodeLink, maxLinkLength } from '../../src/share/link.ts';
import { permitted } from '../../src/share/policy.ts';
import { anySettings } from '../agent/settings/any-settings.ts';
import { planted } from './planted.ts';

const defaults = defaultSettings();

const withNamespace = (namespace: Partial<Settings['namespace']>): Settings => ({
  ...defaults,
  namespace: { ...defaults.namespace, ...namespace },
});

/** The JSON that a payload carries. */
async function carried(payload: string): Promise<string> {
  const unpacked = await unpack(payload.replace(/^v1\./, ''), 1_000_000);
  return unpacked.ok ? unpacked.text : unpacked.reason;
}

test('the starter’s settings are the default, and valid', () => {
  expect(settingsSchema.safeParse(defaults).success).toBe(true);
});

describe('a link', () => {
  test('of the starter carries nothing', async () => {
    expect(await carried(await encodeLink(defaults))).toBe('{}');
    expect(await decodeLink(await encodeLink(defaults))).toEqual({
      settings: defaults,
      notices: [],
    });
  });

  test('carries what differs alone', async () => {
    const settings = withNamespace({ name: 'prod', warn: { level: 'baseline', version: '' } });
    expect(await carried(await encodeLink(settings))).toBe(
      '{"namespace":{"name":"prod","warn":{"level":"baseline"}}}',
    );
  });

  test('brings back any settings, if all of them are sent along', async () => {
    await fc.assert(
      fc.asyncProperty(anySettings, async (settings) => {
        const all = new Set(permitted(settings).leftOut.map(({ id }) => id));
        const back = await decodeLink(await encodeLink(settings, all));
        expect(back).toEqual({ settings, notices: [] });
        expect(permitted(settings, all).leftOut).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('fits into a fragment as it is', async () => {
    await fc.assert(
      fc.asyncProperty(anySettings, async (settings) => {
        expect(await encodeLink(settings)).toMatch(/^v1\.[\w-]+$/);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

/** Settings with one text of each kind that is typed freely. */
const withText = (text: string): Settings => ({
  ...withNamespace({
    name: text,
    labels: [
      { key: 'team', value: 'data' },
      { key: 'owner', value: text },
      { key: text, value: 'x' },
    ],
    annotations: [
      { key: 'note', value: text },
      { key: text, value: 'x' },
    ],
  }),
  components: {
    ...defaults.components,
    workers: [
      { ...worker('etl'), queues: text },
      worker(text),
      { ...worker('reports'), folders: [folder('/cache', 'cache'), folder(`/${text}`, 'a')] },
      { ...worker('heavy'), folders: [folder('/cache', text)] },
    ],
  },
  sidecar: {
    ...defaults.sidecar,
    enabled: true,
    name: text,
    image: text,
    logsPath: `/${text}`,
    dataVolume: text,
    config: text,
  },
});

const worker = (name: string): Settings['components']['workers'][number] => ({
  name,
  queues: '',
  replicas: '',
  folders: [],
  override: null,
});
const folder = (path: string, volume: string) =>
  ({ path, volume, sizeLimit: '', medium: '' }) as const;

describe('what a link leaves out', () => {
  const random = [
    'x7k2-q9m4-z1p8-w3n6',
    'wJalrXUtnFEMIK7MDENG',
    '0123456789abcdef0123456789abcdef',
    '550e8400-e29b-41d4-a716-446655440000',
    'JBSWY3DPEHPK3PXP',
    'ghp_0123456789abcdefghij',
    'AKIAIOSFODNN7EXAMPLE',
    's3cr3t',
    'P4ssw0rd',
    'xkqzjvwbnmpd',
    'https://me:hunter2@example.com',
    'https://TOKEN@host',
    'https://hooks.slack.com/services/T0AB1CD/B0/x9y8',
    '{"password": "hunter2"}',
    'correct horse battery staple',
    'the password is hunter2',
  ];

  test.each(random)('%s, wherever it stands', async (text) => {
    const settings = withText(text);
    const json = await carried(await encodeLink(settings));
    expect(json).not.toContain(text);
    expect(JSON.parse(json).namespace.labels).toEqual([{ key: 'team', value: 'data' }]);
    expect(permitted(settings).leftOut.map(({ what }) => what)).toEqual([
      'the name of the namespace',
      'the label owner',
      'the label 3',
      'the annotation note',
      'the annotation 2',
      'the queues of worker etl',
      'worker 2, for the name',
      'a writable folder of worker reports',
      'a writable folder of worker heavy',
      'the name of the logging sidecar',
      'the image of the logging sidecar',
      'the log folder of the logging sidecar',
      'the data volume of the logging sidecar',
      'the configuration of the logging sidecar',
    ]);
  });

  test('all that is generated, of any alphabet', async () => {
    const digits = '0123456789';
    const lower = 'abcdefghijklmnopqrstuvwxyz';
    const alphabets = [`${digits}abcdef`, lower + digits, lower + lower.toUpperCase() + digits];
    for (const alphabet of alphabets) {
      const letters = fc.array(fc.constantFrom(...alphabet), { minLength: 20, maxLength: 40 });
      const texts = fc.sample(letters, { numRuns: 2000, seed: 7 }).map((all) => all.join(''));
      const carriedOn = texts.filter((text) => isOfForm('value', text) || isOfForm('name', text));
      expect(carriedOn, alphabet).toEqual([]);
    }
  });

  test('nothing of what is planted in a file', async () => {
    for (const [what, values, secret] of planted) {
      const documents = { ...starter(), values: values.replace('%', secret) };
      const payload = await encodeLink(readSettings(treesOf(documents)));
      expect(await carried(payload), what).not.toContain(secret);
    }
  });

  test('no plain word under a key that says what it is', async () => {
    const rows = [
      { key: 'password', value: 'hunter' },
      { key: 'example.com/token', value: 'hunter' },
      { key: 'db-pass', value: '12345678' },
    ];
    const settings = withNamespace({ labels: rows, annotations: rows });
    expect(await carried(await encodeLink(settings))).toBe(
      '{"namespace":{"labels":[],"annotations":[]}}',
    );
  });

  test('but goes along when it is said so, and nothing else', async () => {
    const settings = withText('x7k2q9m4z1p8');
    const json = await carried(await encodeLink(settings, new Set(['namespace.annotations.0'])));
    expect(JSON.parse(json).namespace.annotations).toEqual([
      { key: 'note', value: 'x7k2q9m4z1p8' },
    ]);
    expect(json.split('x7k2q9m4z1p8')).toHaveLength(2);
  });
});

describe('a link carries without being asked', () => {
  test.each([
    ['name', 'data-platform-prod-2'],
    ['name', 'team-a.agents'],
    ['name', 'k8s-eu-west-1'],
    ['names', 'default, gpu-a100, etl'],
    ['image', 'timberio/vector:0.45.0-debian'],
    ['image', 'registry.example.com:5000/logging/fluent-bit:v3.2.1'],
    ['image', '123456789012.dkr.ecr.us-east-1.amazonaws.com/vector:0.45'],
    ['image', 'ghcr.io/acme/agent:main-a1b2c3d'],
    ['image', `acme/agent@sha256:${'0123456789abcdef'.repeat(4)}`],
    ['path', '/usr/local/airflow/logs'],
    ['path', '/var/lib/vector'],
    ['path', 'profiles/agent.json'],
    ['key', 'app.kubernetes.io/part-of'],
    ['key', 'PRIMARY_KEY'],
    ['value', 'true'],
    ['value', '4711'],
    ['value', 'cc-1234'],
    ['value', 'v1beta1'],
    ['value', 'dagProcessor'],
    ['value', 'https://wiki.example.com/teams/data-platform'],
    ['value', 'data-platform@example.com'],
    ['value', '/var/log/airflow/**/*.log'],
    ['config', 'sources:\n  a:\n    type: file\n    include: [/var/log/**/*.log]\n'],
    [
      'config',
      'sinks:\n  a: {type: loki, auth: {token: $(LOKI_TOKEN)}, endpoint: http://loki:3100}\n',
    ],
  ] as const)('as a %s: %s', (form, text) => {
    expect(isOfForm(form, text)).toBe(true);
  });

  test('a label that is only called like a credential', async () => {
    const settings = withNamespace({ labels: [{ key: 'token', value: 'true' }] });
    expect(permitted(settings).leftOut).toEqual([]);
    expect(await carried(await encodeLink(settings))).toBe(
      '{"namespace":{"labels":[{"key":"token","value":"true"}]}}',
    );
  });
});

describe('a link that is not as it should be gives the defaults and a notice', () => {
  const notices = async (payload: string) => {
    const { settings, notices: found } = await decodeLink(payload);
    expect(settings).toEqual(defaults);
    return found.map(({ code }) => code);
  };

  test.each([
    ['nothing', ''],
    ['no version', 'abc'],
    ['version 0', 'v0.abc'],
    ['no payload', 'v1.'],
    ['other characters', 'v1.a+b/c='],
    ['no deflate', 'v1.AAAA'],
  ])('%s', async (_, payload) => {
    expect(await notices(payload)).toEqual(['damaged']);
  });

  test('a payload that is cut off', async () => {
    const payload = await encodeLink(withNamespace({ name: 'production' }));
    expect(await notices(payload.slice(0, -6))).toEqual(['damaged']);
  });

  test('no JSON', async () => {
    expect(await notices(`v1.${await pack('{"namespace":')}`)).toEqual(['damaged']);
  });

  test('a newer version', async () => {
    expect(await notices('v2.whatever?')).toEqual(['newer-version']);
  });

  test('a payload that is too long', async () => {
    expect(await notices(`v1.${'A'.repeat(maxLinkLength)}`)).toEqual(['too-large']);
  });

  test('a payload that unpacks to too much', async () => {
    const bomb = await pack(JSON.stringify({ namespace: { name: 'a'.repeat(20_000_000) } }));
    expect(bomb.length).toBeLessThan(maxLinkLength);
    expect(await notices(`v1.${bomb}`)).toEqual(['too-large']);
  });

  test('any characters: never an exception, always valid settings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.base64String()),
        fc.boolean(),
        async (text, known) => {
          const { settings } = await decodeLink(known ? `v1.${text}` : text);
          expect(settingsSchema.safeParse(settings).success).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('any JSON: never an exception, always valid settings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        const { settings } = await decodeLink(`v1.${await pack(json)}`);
        expect(settingsSchema.safeParse(settings).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
