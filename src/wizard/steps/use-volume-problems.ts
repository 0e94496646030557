import type { Problem } from '../../agent/rules/finding.ts';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { startsWith } from '../../yaml/path.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { useFieldProblems } from '../assessed/use-field-problems.ts';
import { pathOf } from './component-subjects.ts';
import { foldersIn } from './folders-in.ts';
import { type OtherVolume, otherVolumes } from './other-volumes.ts';

interface VolumeProblems {
  readonly others: readonly OtherVolume[];
  /** What is wrong with the volumes of writable folders, or with the list as a whole. */
  readonly atFolders: readonly Problem[];
  readonly atOthers: readonly Problem[];
}

/** A component's other volumes, and its volumes' problems where they are to be seen. */
export function useVolumeProblems(base: ComponentId): VolumeProblems {
  const others =
    useAssessed(
      (assessment) => otherVolumes(assessment, pathOf(base), foldersIn(assessment.settings, base)),
      sameData,
    ) ?? [];
  const atVolumes = useFieldProblems(`${base}.volumes`);
  const atMounts = useFieldProblems(`${base}.folders`);
  const problems = [...atVolumes, ...atMounts];
  const isAboutOther = (problem: Problem) =>
    others.some(({ path }) => startsWith(problem.path, path));
  return {
    others,
    atFolders: problems.filter((problem) => !isAboutOther(problem)),
    atOthers: problems.filter(isAboutOther),
  };
}
