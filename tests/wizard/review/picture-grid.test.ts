import { expect, it } from 'vitest';
import { pictureGrid } from '../../../src/wizard/review/pods/picture-grid.ts';
import { podPictures } from '../../../src/wizard/review/pods/pod-picture.ts';
import { assessed, teamEdited } from './assessed.ts';

function gridOf(values: string) {
  const [picture] = podPictures(assessed(values));
  if (!picture) throw new Error('a pod');
  return pictureGrid(picture);
}

it('gives each container its rows and each volume a bar from its first mount', () => {
  const grid = gridOf(teamEdited);
  expect(grid.containers).toEqual([
    { from: 1, rows: 4 },
    { from: 5, rows: 5 },
    { from: 10, rows: 3 },
    { from: 13, rows: 3 },
  ]);
  expect(grid.count).toBe(16);
  expect(grid.bars.map(({ volume, lane, from, to }) => [volume, lane, from, to])).toEqual([
    ['vault-config', 0, 3, 17],
    ['vault-out', 1, 4, 18],
    ['task-logs', 2, 7, 19],
    ['dsd-socket', 3, 9, 20],
  ]);
});

it('gives what is not mounted no lane, and a mount without its volume the last one', () => {
  const grid = gridOf(
    `workers:
  - name: a
    volumes: [{name: unused}, {name: tmp}, {name: tmp}]
    volumeMounts: [{name: gone, mountPath: /gone}, {name: tmp, mountPath: /tmp}]
`,
  );
  expect(grid.lanes).toBe(2);
  expect([...grid.laneOf]).toEqual([
    ['tmp', 0],
    ['gone', 1],
  ]);
  expect(grid.bars.map(({ volume }) => volume)).toEqual(['tmp']);
});

it('leaves a container without mounts a row to say so', () => {
  expect(gridOf('workers: [{name: a}]\n')).toMatchObject({
    lanes: 0,
    containers: [{ from: 1, rows: 3 }],
    count: 4,
  });
});
