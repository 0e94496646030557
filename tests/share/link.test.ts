import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Settings, settingsSchema } from '../../src/agent/settings/settings.ts';
import { pack, unpack } from '../../src/share/compress.ts';
import { defaultSettings } from '../../src/share/default-settings.ts';
import { decodeLink, encodeLink, maxLinkLength } from '../../src/share/link.ts';
import { leftOut } from '../../src/share/policy.ts';
import { anySettings } from '../agent/settings/any-settings.ts';

const defaults = defaultSettings();

const withSidecar = (sidecar: Partial<Settings['sidecar']>): Settings => ({
  ...defaults,
  sidecar: { ...defaults.sidecar, ...sidecar },
});

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

  test('brings back any settings, the sidecar’s config aside', async () => {
    await fc.assert(
      fc.asyncProperty(anySettings, async (settings) => {
        const { notices, settings: back } = await decodeLink(await encodeLink(settings));
        const omitted = leftOut(settings).length > (settings.sidecar.config === '' ? 0 : 1);
        fc.pre(!omitted);
        expect(notices).toEqual([]);
        expect(back).toEqual({ ...settings, sidecar: { ...settings.sidecar, config: '' } });
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

describe('what a link leaves out', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{12,24}$/);

  test('no text of the sidecar’s config gets in', async () => {
    await fc.assert(
      fc.asyncProperty(secret, async (text) => {
        const settings = withSidecar({ enabled: true, config: `sinks:\n  a: ${text}\n` });
        expect(leftOut(settings)).toEqual(['the logging sidecar’s configuration']);
        expect(await carried(await encodeLink(settings))).toBe('{"sidecar":{"enabled":true}}');
      }),
    );
  });

  test('no label or annotation of which key or value looks like a credential', async () => {
    await fc.assert(
      fc.asyncProperty(secret, async (text) => {
        const settings = withNamespace({
          labels: [
            { key: 'team', value: 'data' },
            { key: 'example.com/token', value: text },
          ],
          annotations: [
            { key: 'url', value: `https://me:${text}@example.com` },
            { key: 'json', value: `{"password": "${text}"}` },
            { key: 'owner', value: 'data' },
          ],
        });
        expect(leftOut(settings)).toEqual([
          'the label example.com/token',
          'the annotation url',
          'the annotation json',
        ]);
        expect(await carried(await encodeLink(settings))).not.toContain(text);
      }),
    );
  });

  test('but a label that is only called so', async () => {
    const settings = withNamespace({ labels: [{ key: 'token', value: 'true' }] });
    expect(leftOut(settings)).toEqual([]);
    expect(await carried(await encodeLink(settings))).toBe(
      '{"namespace":{"labels":[{"key":"token","value":"true"}]}}',
    );
  });

  test('nor an image that names a password', async () => {
    const settings = withSidecar({ image: 'https://me:hunter22@registry.example.com/vector:1' });
    expect(leftOut(settings)).toEqual(['sidecar.image']);
    expect(await carried(await encodeLink(settings))).toBe('{}');
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
    const before = performance.now();
    expect(await notices(`v1.${bomb}`)).toEqual(['too-large']);
    expect(performance.now() - before).toBeLessThan(1000);
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
