import fc from 'fast-check';

/*
 * Values files in which anything may be anchored, an alias, or merged from elsewhere. They are
 * drawn as trees, so that fast-check shrinks them, and written out in the end.
 */

/** What a value is for: an alias stands only where its anchor's value makes sense. */
type Role =
  | 'pod'
  | 'container'
  | 'profile'
  | 'capabilities'
  | 'names'
  | 'word'
  | 'volume'
  | 'box'
  | 'component'
  | 'flag';

interface Sharing {
  readonly role: Role;
  readonly anchored: boolean;
  /** Which of the anchors before it to stand for, or to merge; -1 for none. */
  readonly alias: number;
  readonly merge: number;
  readonly mergeLast: boolean;
  readonly flow: boolean;
}

export type Node =
  | { readonly kind: 'text'; readonly text: string; readonly sharing?: Sharing }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly sharing?: Sharing }
  | {
      readonly kind: 'map';
      readonly entries: readonly (readonly [string, Node])[];
      readonly sharing?: Sharing;
    };

const text = (...texts: readonly string[]): fc.Arbitrary<Node> =>
  fc.constantFrom(...texts).map((one) => ({ kind: 'text', text: one }));

const list = (items: fc.Arbitrary<Node>, maxLength = 2, minLength = 0): fc.Arbitrary<Node> =>
  fc.array(items, { minLength, maxLength }).map((all) => ({ kind: 'list', items: all }));

/** A mapping of the keys given, each of which may be missing. */
const map = (
  keys: Readonly<Record<string, fc.Arbitrary<Node>>>,
  needed: readonly string[] = [],
): fc.Arbitrary<Node> =>
  fc
    .record(keys, { requiredKeys: [...needed] })
    .map((found): Node => ({ kind: 'map', entries: Object.entries(found) }));

/** Lets a value be anchored, an alias, or a mapping that merges another. */
const shared = (role: Role, value: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc
    .record({
      value,
      anchored: fc.boolean(),
      alias: fc.oneof({ weight: 2, arbitrary: fc.constant(-1) }, fc.nat(3)),
      merge: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, fc.nat(3)),
      mergeLast: fc.boolean(),
      flow: fc.boolean(),
    })
    .map(({ value: node, ...sharing }) => ({ ...node, sharing: { role, ...sharing } }));

const flag = shared('flag', text('true', 'false'));
const profile = shared(
  'profile',
  fc.oneof(
    text('', '{}'),
    map({ type: shared('word', text('RuntimeDefault', 'Unconfined')) }, ['type']),
  ),
);
const names = shared('names', list(shared('word', text('ALL', 'NET_RAW', 'NET_BIND_SERVICE'))));
const capabilities = shared('capabilities', fc.oneof(map({ drop: names, add: names }), text('')));
const podContext = shared(
  'pod',
  map({
    runAsNonRoot: flag,
    runAsUser: text('0', '50000'),
    fsGroup: text('50000'),
    seccompProfile: profile,
  }),
);
const containerContext = shared(
  'container',
  map({
    runAsNonRoot: flag,
    allowPrivilegeEscalation: flag,
    privileged: flag,
    capabilities,
    seccompProfile: profile,
    readOnlyRootFilesystem: flag,
  }),
);
const volumes = list(
  shared(
    'volume',
    map({ name: text('tmp', 'task-logs', 'data'), emptyDir: text('{}') }, ['name', 'emptyDir']),
  ),
);
const mounts = list(
  map({ name: text('tmp', 'task-logs', 'data'), mountPath: text('/tmp', '/logs', '/data') }, [
    'name',
    'mountPath',
  ]),
);
const container = shared(
  'box',
  map({ name: text('one', 'two'), image: text('i:1'), securityContext: containerContext }, [
    'name',
    'image',
  ]),
);
const parts = {
  podSecurityContext: podContext,
  containerSecurityContext: containerContext,
  volumes,
  volumeMounts: mounts,
  initContainers: list(container, 2),
  extraContainers: list(container, 1),
};
const component = shared('component', map(parts));
const worker = shared('component', map({ name: text('w1', 'w2'), ...parts }, ['name']));

const document = map({
  'x-pod': podContext,
  'x-container': containerContext,
  'x-profile': profile,
  'x-names': names,
  podSecurityContext: podContext,
  containerSecurityContext: containerContext,
  workers: list(worker, 2, 1),
  dagProcessor: component,
  triggerer: component,
  sentinel: component,
});

interface Anchor {
  readonly name: string;
  readonly role: Role;
  readonly kind: Node['kind'];
}

/** Writes a tree as YAML, with a comment in front of every entry of a block mapping. */
class Writer {
  private readonly anchors: Anchor[] = [];
  private notes = 0;
  private names = 0;

  document(node: Node): string {
    const lines = node.kind === 'map' ? this.entries(node, 0) : [];
    return `resourceNamePrefix: acme\nnamespace: agents\n${lines.join('\n')}\n`;
  }

  private entries(node: Extract<Node, { kind: 'map' }>, column: number): string[] {
    const pad = ' '.repeat(column);
    const merge = this.merge(node.sharing);
    const merged = merge === undefined ? [] : [`${pad}<<: *${merge.name}`];
    const own = node.entries.flatMap(([key, value]) => {
      this.notes += 1;
      const note = `${pad}# note ${this.notes}`;
      const { head, below } = this.value(value, column);
      return [note, `${pad}${key}:${head}`, ...below];
    });
    return node.sharing?.mergeLast === true ? [...own, ...merged] : [...merged, ...own];
  }

  private value(node: Node, column: number): { head: string; below: readonly string[] } {
    const alias = this.pick(node.sharing?.alias, (anchor) => anchor.role === node.sharing?.role);
    if (alias !== undefined) return { head: ` *${alias.name}`, below: [] };
    const { anchor, done } = this.begin(node);
    if (this.isFlow(node)) {
      const head = ` ${anchor}${this.flow(node)}`;
      done();
      return { head: head.trimEnd(), below: [] };
    }
    const below =
      node.kind === 'map'
        ? this.entries(node, column + 2)
        : node.kind === 'list'
          ? node.items.flatMap((item) => this.item(item, column + 2))
          : [];
    done();
    return { head: ` ${anchor}`.trimEnd(), below };
  }

  private item(node: Node, column: number): readonly string[] {
    const { head, below } = this.value(node, column);
    return [`${' '.repeat(column)}-${head}`, ...below];
  }

  private flow(node: Node): string {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'list') return `[${node.items.map((item) => this.inFlow(item)).join(', ')}]`;
    const merge = this.merge(node.sharing);
    const entries = node.entries.map(([key, value]) => `${key}: ${this.inFlow(value)}`);
    return `{${[...(merge === undefined ? [] : [`<<: *${merge.name}`]), ...entries].join(', ')}}`;
  }

  private inFlow(node: Node): string {
    const alias = this.pick(node.sharing?.alias, (anchor) => anchor.role === node.sharing?.role);
    if (alias !== undefined) return `*${alias.name}`;
    const { anchor, done } = this.begin(node);
    const written = `${anchor}${this.flow(node)}`;
    done();
    return written.trimEnd();
  }

  /** An anchor counts from the end of its value on, so that none stands for itself. */
  private begin({ sharing, kind }: Node): { anchor: string; done: () => void } {
    if (sharing?.anchored !== true) return { anchor: '', done: () => {} };
    this.names += 1;
    const name = `a${this.names}`;
    const { role } = sharing;
    return { anchor: `&${name} `, done: () => this.anchors.push({ name, role, kind }) };
  }

  private merge(sharing: Sharing | undefined): Anchor | undefined {
    return this.pick(sharing?.merge, ({ role, kind }) => role === sharing?.role && kind === 'map');
  }

  private pick(wish: number | undefined, fits: (anchor: Anchor) => boolean): Anchor | undefined {
    return wish === undefined || wish < 0 ? undefined : this.anchors.filter(fits).at(-1 - wish);
  }

  private isFlow(node: Node): boolean {
    if (node.kind === 'text') return true;
    if (node.sharing?.flow === true) return true;
    if (node.kind === 'list') return node.items.length === 0;
    return node.entries.length === 0;
  }
}

/** Texts of values files, many of whose parts are shared. */
export const sharedValues: fc.Arbitrary<string> = document.map((node) =>
  new Writer().document(node),
);
