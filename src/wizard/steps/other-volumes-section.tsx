import { LineLink } from '../fields/line-link.tsx';
import { SectionHeading } from '../fields/section-heading.tsx';
import { sameData, useAssessed } from '../fields/use-assessed.ts';
import { useFieldProblems } from '../fields/use-field-problems.ts';
import { FindingList } from '../findings/finding-block.tsx';
import { pathOf } from './component-subjects.ts';
import { foldersIn } from './folders-in.ts';
import { otherVolumes } from './other-volumes.ts';

interface OtherVolumesSectionProps {
  readonly base: string;
  readonly pod: string;
}

/** The volumes and mounts that are no writable folders: shown, kept and judged. */
export function OtherVolumesSection({ base, pod }: OtherVolumesSectionProps) {
  const field = `${base}.volumes`;
  const path = pathOf(base);
  const others = useAssessed(
    (assessment) => otherVolumes(assessment, path, foldersIn(assessment.settings, base)),
    sameData,
  );
  const problems = useFieldProblems(field);
  if (problems.length === 0 && (!others || others.length === 0)) return null;
  return (
    <section className="card-section" data-field={field} tabIndex={-1}>
      <SectionHeading title="Other volumes" level="h3" />
      <p className="reason">Kept as they are.</p>
      <ul className="volume-list">
        {others?.map(({ key, name, text, path: place }) => (
          <li key={key}>
            <code>{name}</code>
            <span className="volume-text">{text}</span>
            <LineLink document="values" path={place} />
          </li>
        ))}
      </ul>
      <FindingList problems={problems} pod={pod} />
    </section>
  );
}
