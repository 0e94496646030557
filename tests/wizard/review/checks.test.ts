import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/agent/assess/assessment.ts';
import { matrixColumns } from '../../../src/agent/judge/check-matrix.ts';
import { cellReading, plainWords } from '../../../src/wizard/review/checks/cell-reading.ts';
import {
  cellState,
  hardeningColumn,
  matrixModel,
} from '../../../src/wizard/review/checks/matrix-model.ts';
import { equalPods } from '../../../src/wizard/review/pods/equal-pods.ts';
import { podPictures } from '../../../src/wizard/review/pods/pod-picture.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

const before = assessed(teamEdited);
const now = assessed(fixed(teamEdited));
const groups = equalPods(podPictures(now, before));

function columnNamed(name: string) {
  const found = [...matrixColumns, hardeningColumn].find((column) => column.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

function stand(assessment: Assessment) {
  return {
    assessment,
    stateOf: (at: Parameters<typeof cellState>[1]) => cellState(assessment, at),
  };
}

function read(pod: string, container: string, column: string) {
  const cell = { pod, container, column: columnNamed(column) };
  return cellReading(cell, stand(now), stand(before));
}

describe('matrixModel', () => {
  it('tells what passes only since the file was opened', () => {
    const model = matrixModel(now, groups, before, false);
    const [pod] = model.pods;
    const marks = pod?.rows.map(({ container, cells }) => [
      container,
      cells.map(({ state, isNew }) => (isNew ? 'new' : state)).join(' '),
    ]);
    expect(marks?.slice(0, 2)).toEqual([
      ['vault-agent', 'passes new passes rejected passes passes new passes'],
      ['worker', 'new new passes rejected passes passes new passes'],
    ]);
    expect(model.folded?.name).toBe('8 baseline checks');
  });

  it('opens the baseline checks into a column each', () => {
    const { columns, folded } = matrixModel(now, groups, before, true);
    expect(columns).toHaveLength(matrixColumns.length + 7);
    expect(columns.slice(-2).map(({ name }) => name)).toEqual(['sysctls', 'windowsHostProcess']);
    expect(folded).toBeUndefined();
  });

  it('has equal pods once, and says why one cannot be judged', () => {
    const values = 'workers: [{name: a}, {name: b}]\ntriggerer: 5\n';
    const assessment = assessed(values);
    const model = matrixModel(assessment, equalPods(podPictures(assessment)), undefined, false);
    expect(model.pods.map(({ id, others, unbuilt }) => [id, others.length, unbuilt])).toEqual([
      ['worker/a', 1, undefined],
      ['dag-processor', 0, undefined],
      ['triggerer', 0, 'The chart wants a mapping for triggerer.'],
      ['sentinel', 0, undefined],
    ]);
  });
});

describe('cellReading', () => {
  it.each([
    ['capabilities', 'not set: rejected', 'drop: [ALL]', 'restricted, since v1.22'],
    ['seccompProfile', 'not set: rejected', 'type: RuntimeDefault', 'restricted, since v1.19'],
    ['runAsUser', '50000', '50000', 'restricted, since v1.23'],
    ['procMount', 'not set', 'not set', 'baseline'],
    ['8 baseline checks', 'as the standard has it', 'as the standard has it', 'baseline'],
    ['readOnlyRootFilesystem', 'not set', 'not set', 'hardening, not a check'],
  ])('%s', (column, opened, value, level) => {
    const reading = read('worker/default', 'dogstatsd', column);
    expect(reading).toMatchObject({ opened, now: value });
    if (column !== 'procMount') expect(reading?.level).toBe(level);
    expect(reading?.why).toMatch(/\.$/);
  });

  it('tells the kinds of volumes, and where they are written', () => {
    expect(read('worker/default', 'worker', 'volumes')).toMatchObject({
      now: 'emptyDir, configMap, hostPath: rejected',
      place: ['workers', 0, 'volumes'],
      isWritten: true,
    });
    expect(read('dag-processor', 'dag-processor', 'volumes')?.now).toBe('no volumes');
  });

  it('leads to where a value is written, or would be', () => {
    expect(read('worker/default', 'worker', 'seccompProfile')).toMatchObject({
      place: ['podSecurityContext', 'seccompProfile'],
      isWritten: true,
    });
    expect(read('sentinel', 'sentinel', 'readOnlyRootFilesystem')).toMatchObject({
      place: ['sentinel', 'containerSecurityContext', 'readOnlyRootFilesystem'],
      isWritten: false,
    });
  });

  it('tells a pod that was not there, and knows none that is not there now', () => {
    const other = assessed('workers: [{name: other}]\n');
    const cell = { pod: 'worker/other', container: 'worker', column: columnNamed('capabilities') };
    expect(cellReading(cell, stand(other), stand(now))?.opened).toBe('not there');
    expect(cellReading(cell, stand(now), undefined)).toBeUndefined();
    expect(cellReading(cell, stand(other), undefined)?.opened).toBeUndefined();
  });
});

it.each([
  [undefined, 'not set'],
  [{ drop: ['ALL'], add: [] }, 'drop: [ALL], add: []'],
  [false, 'false'],
])('writes %j on a line', (value, words) => {
  expect(plainWords(value)).toBe(words);
});
