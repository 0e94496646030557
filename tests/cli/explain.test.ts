import { describe, expect, test } from 'vitest';
import { agentRules, factsOf } from '../../src/agent/rules/facts.ts';
import { CHECKS } from '../../src/pss/registry.ts';
import { cli } from './cli.ts';

describe('explain', () => {
  test('says what a rule is about', async () => {
    expect(await cli(['explain', 'tmp-writable'])).toEqual({
      code: 0,
      err: '',
      out: `tmp-writable (fails or advice)

/tmp cannot be written on a read-only root filesystem.
Mount an emptyDir at /tmp.

https://www.astronomer.io/docs/astro/remote-execution/remote-agents-restricted-kubernetes
`,
    });
  });

  test('says of a check its fields, versions and an example', async () => {
    expect(
      (await cli(['explain', 'runAsUser'])).out,
    ).toBe(`runAsUser (Pod Security Standards, restricted)

Neither the pod nor a container asks for user 0.
User 0 is root, also on the node if the process breaks out.

Fields:
  spec.securityContext.runAsUser
  spec.containers[*].securityContext.runAsUser
Allowed: unset, any other number than 0.

Set another runAsUser than 0, or none. For example:
  securityContext:
    runAsUser: 50000

Versions:
  v1.23: Neither the pod nor a container may set runAsUser to 0.
  v1.35: Pods with their own user namespace (hostUsers: false) may set runAsUser to 0.

https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
`);
  });

  test('lists every rule and check', async () => {
    const { code, out } = await cli(['explain']);
    expect(code).toBe(0);
    for (const { id } of [...agentRules, ...CHECKS]) expect(out).toContain(`\n  ${id}\n`);
  });

  test.each([['nothing-such'], ['constructor'], ['a', 'b']])('refuses %s', async (...words) => {
    const { code, out, err } = await cli(['explain', ...words]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^restricted-agent: /);
  });
});

test('SARIF describes a rule in the rule’s words, whatever the instance', async () => {
  const words = ['check', '--format', 'sarif', 'values.yaml', 'namespace.yaml'];
  const { out } = await cli(words, { cwd: 'tests/every-finding' });
  const [{ tool }] = JSON.parse(out).runs;
  expect(tool.driver.rules.length).toBeGreaterThan(40);
  for (const { id, shortDescription, help, helpUri } of tool.driver.rules) {
    const facts = factsOf(id);
    expect([id, shortDescription, help, helpUri]).toEqual([
      id,
      { text: facts?.summary },
      { text: facts?.remedy },
      facts?.help,
    ]);
  }
});
