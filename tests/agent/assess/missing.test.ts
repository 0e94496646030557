import { describe, expect, it } from 'vitest';
import { noAnswers, withLater } from '../../../src/agent/assess/decisions/answers.ts';
import { fillIn, isReady, stillMissing } from '../../../src/agent/assess/missing.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { assessed } from '../rules/base.ts';

const ids = (documents: ReturnType<typeof starter>, answers = noAnswers) =>
  stillMissing(assessed(documents), answers).map(({ id }) => id);

/** The starter with all that only its owner knows. */
const known: Readonly<Record<string, string>> = {
  resourceNamePrefix: 'acme',
  astroDeploymentAPIURL: 'https://c.external.astronomer.run/d',
  image: 'registry.example.com/agent:1',
  imagePullSecret: 'registry',
  agentToken: 'agent-token',
  secretBackend: 'airflow.secrets.Backend',
  xcomBackend: 'airflow.xcom.Backend',
  dagBundleConfigList: '[{"name": "dags", "classpath": "a.b.C", "kwargs": {}}]',
};

function filled(documents = starter()) {
  let now = documents;
  for (const id of ids(documents)) {
    const outcome = fillIn(now, id, known[id] ?? 'some-id');
    if (outcome.state !== 'made') throw new Error(`${id}: ${JSON.stringify(outcome)}`);
    now = outcome.documents;
  }
  return now;
}

describe('what only the owner of an install knows', () => {
  it('keeps the starter from being ready, until all of it is given', () => {
    const documents = starter();
    expect(ids(documents)).not.toEqual([]);
    expect(isReady(assessed(documents), noAnswers)).toBe(false);
    const after = filled();
    expect(ids(after)).toEqual([]);
    expect(isReady(assessed(after), noAnswers)).toBe(true);
  });

  it('may come later, each by itself', () => {
    const documents = starter();
    const [first = '', ...others] = ids(documents);
    const one = withLater(noAnswers, first, true);
    expect(ids(documents, one)).toEqual(others);
    expect(isReady(assessed(documents), one)).toBe(false);
    const all = others.reduce((answers, id) => withLater(answers, id, true), one);
    expect(isReady(assessed(documents), all)).toBe(true);
    expect(isReady(assessed(documents), withLater(all, first, false))).toBe(false);
  });

  it('does not make ready what is rejected', () => {
    const after = filled();
    const values = after.values.replace('runAsNonRoot: true', 'runAsNonRoot: false');
    expect(isReady(assessed({ ...after, values }), noAnswers)).toBe(false);
  });

  it.each([
    ['agentToken', 'eyJhbGciOiJIUzI1NiJ9.e30.abc', /looks like the credential itself/],
    ['imagePullSecret', '{"auths": {}}', /looks like the credential itself/],
    ['dagBundleConfigList', 'dags', /no JSON/],
    ['resourceNamePrefix', ' ', /Enter a value/],
  ])('is not written as %s if it cannot be that', (id, text, message) => {
    expect(fillIn(starter(), id, text)).toEqual({
      state: 'unfit',
      message: expect.stringMatching(message),
    });
  });
});
