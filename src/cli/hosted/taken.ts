import type { PathChain } from '../../sources/hosts/host.ts';
import type { HostedInstall } from '../../sources/hosts/host-in.ts';
import { isObject } from '../../yaml/value.ts';

/**
 * What is judged and repaired as a layer of a host's install, and so not by itself. It is known by
 * its names, which no repair changes, and not by its place.
 */
export class Taken {
  private readonly ids = new Set<string>();
  private readonly files = new Set<string>();

  /** A file that is a layer as a whole. */
  addFile(file: string): void {
    this.files.add(file);
    this.ids.add(idOf(file));
  }

  hasFile(file: string): boolean {
    return this.ids.has(idOf(file));
  }

  /** Whether something of a file is a layer. */
  touches(file: string): boolean {
    return this.files.has(file);
  }

  /** An object of a file, or the values at one of its places. */
  add(file: string, object: unknown, place?: PathChain): void {
    this.files.add(file);
    this.ids.add(idOf(file, objectId(object), place));
  }

  has(file: string, object: unknown, place?: PathChain): boolean {
    return this.ids.has(idOf(file, objectId(object), place));
  }
}

/** What tells an install from the others of its host: where the first of its values are named. */
export function installPlace({ layers: [first] }: HostedInstall): PathChain {
  if (first === undefined) return [[]];
  return first.from === 'host' ? first.place.at : first.at;
}

/** What tells an object from the others of its file. */
export function objectId(object: unknown): string {
  if (!isObject(object)) return '';
  const { apiVersion, kind, metadata } = object;
  const { name, namespace } = isObject(metadata) ? metadata : { name: '', namespace: '' };
  return JSON.stringify([apiVersion, kind, namespace, name]);
}

function idOf(file: string, ...parts: readonly unknown[]): string {
  return JSON.stringify([file, ...parts]);
}
