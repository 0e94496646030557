import { nameReason } from '../../../handover/commands/name-reason.ts';
import { secretReason } from '../../../handover/commands/secret-command.ts';
import { neededSecrets } from '../../../handover/commands/secrets.ts';
import { secretCommand } from '../../../handover/commands/steps.ts';
import { type HandoverInput, namespaceOf } from '../../../handover/input.ts';
import { readInput } from '../../../handover/made.ts';
import type { Path } from '../../../yaml/path.ts';

/** A Secret that must exist before the install. */
export interface NeededSecret {
  readonly name: string;
  readonly purpose: string;
  /** Where the values name it. */
  readonly path: Path;
  /** The command that makes it, as it stands among the others; or why there is none. */
  readonly making: { readonly command: string } | { readonly reason: string };
}

/** The Secrets that the values name; none of a text that cannot be read. */
export function secretsToMake(input: HandoverInput): readonly NeededSecret[] {
  const read = readInput(input);
  if (!('assessment' in read)) return [];
  const noNamespace = nameReason('namespace', namespaceOf(read));
  return neededSecrets(read.assessment.trees.values).map((need) => {
    const { name, purpose, path } = need;
    const reason = secretReason(need) ?? noNamespace;
    const making = reason === undefined ? { command: secretCommand(read, need) } : { reason };
    return { name, purpose, path, making };
  });
}
