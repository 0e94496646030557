import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { LineLink } from '../fields/line-link.tsx';
import { SectionHeading } from '../fields/section-heading.tsx';
import { FindingList } from '../findings/finding-block.tsx';
import { useVolumeProblems } from './use-volume-problems.ts';

interface OtherVolumesSectionProps {
  readonly base: ComponentId;
  readonly pod: string;
}

/** The volumes and mounts that are no writable folders: shown, kept and judged. */
export function OtherVolumesSection({ base, pod }: OtherVolumesSectionProps) {
  const { others, atOthers } = useVolumeProblems(base);
  if (others.length === 0) return null;
  return (
    <section className="card-section" data-field={`${base}.volumes`} tabIndex={-1}>
      <SectionHeading title="Other volumes" level="h3" />
      <p className="reason">Kept as they are.</p>
      <ul className="volume-list">
        {others.map(({ key, name, text, path }) => (
          <li key={key}>
            <code translate="no">{name}</code>
            <span className="volume-text">{text}</span>
            <LineLink document="values" path={path} />
          </li>
        ))}
      </ul>
      <FindingList problems={atOthers} pod={pod} />
    </section>
  );
}
