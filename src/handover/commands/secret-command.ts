import { configMapKeyComplaints } from '../../kube/names.ts';
import { nameReason } from './name-reason.ts';
import type { SecretNeed } from './secrets.ts';
import type { Chunk } from './shell.ts';

/** Why kubectl cannot make such a Secret; undefined if it can. */
export function secretReason({ name, content }: SecretNeed): string | undefined {
  const reason = nameReason('Secret', name);
  if (reason !== undefined || content.kind !== 'generic') return reason;
  const wrong = content.values.find(({ key }) => configMapKeyComplaints(key).length > 0);
  return wrong === undefined
    ? undefined
    : `${JSON.stringify(wrong.key)} cannot be a key of a Secret: use letters, digits, dashes, dots and underscores.`;
}

/**
 * The command that makes a Secret, in pieces that stay on one line.
 * @param within the options for namespace and context
 */
export function secretWords({ name, content }: SecretNeed, within: Chunk): readonly Chunk[] {
  const head = ['kubectl', 'create', 'secret', content.kind, name, ...within];
  if (content.kind === 'generic') {
    const values = content.values.map(
      ({ key, variable }): Chunk => [{ before: `--from-literal=${key}=`, variable }],
    );
    return [head, ...values];
  }
  const { server, user, password } = content;
  const before = '--docker-username=';
  return [
    head,
    [`--docker-server=${server}`],
    [typeof user === 'string' ? before + user : { before, ...user }],
    [{ before: '--docker-password=', variable: password }],
  ];
}

/** The environment variables that the commands for these Secrets read, each once. */
export function variablesOf(needs: readonly SecretNeed[]): readonly string[] {
  const all = needs.flatMap(({ content }) => {
    if (content.kind === 'generic') return content.values.map(({ variable }) => variable);
    const { user, password } = content;
    return [...(typeof user === 'string' ? [] : [user.variable]), password];
  });
  return [...new Set(all)];
}
