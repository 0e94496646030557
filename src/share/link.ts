import type { Settings } from '../agent/settings/settings.ts';
import { pack, unpack } from './compress.ts';
import { permitted } from './policy.ts';
import { nothing, type Restored, restore, settingsVersion } from './restore.ts';

/** The longest payload that is looked at, in characters. */
export const maxLinkLength = 32_768;
/** The most that it may unpack to, in bytes. */
export const maxUnpackedLength = 262_144;

/**
 * Settings as the payload of a link's fragment, such as `v1.q1Yq...`: what differs from the
 * starter, without what is of no harmless form.
 * @param included the ids of what is to go along all the same (`LeftOut`)
 */
export async function encodeLink(
  settings: Settings,
  included?: ReadonlySet<string>,
): Promise<string> {
  const { data } = permitted(settings, included);
  return `v${settingsVersion}.${await pack(JSON.stringify(data ?? {}))}`;
}

/** Reads a link's payload, whoever made it. Never throws: what is wrong with it is a notice. */
export async function decodeLink(payload: string): Promise<Restored> {
  if (payload.length > maxLinkLength) return tooLarge();
  const [, version, packed] = /^v([1-9]\d{0,5})\.(.*)$/s.exec(payload) ?? [];
  if (version === undefined || packed === undefined) return damaged();
  // What a later version packs, and how, is not known here.
  if (Number(version) > settingsVersion) return restore({ version: Number(version) });
  const unpacked = await unpack(packed, maxUnpackedLength);
  if (!unpacked.ok) return unpacked.reason === 'too-large' ? tooLarge() : damaged();
  const settings = parsed(unpacked.text);
  if (settings === undefined) return damaged();
  return restore({ version: Number(version), settings });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not JSON, so not ours: the caller says that the link is damaged.
    return undefined;
  }
}

function damaged(): Restored {
  return nothing(
    'damaged',
    'The link is damaged or incomplete, so it starts afresh. Copy the whole link, or ask for the files instead.',
  );
}

function tooLarge(): Restored {
  return nothing(
    'too-large',
    'The link holds more than any settings need, so it starts afresh. Ask for the files instead.',
  );
}
