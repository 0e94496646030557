import { ToneIcon } from '../../findings/effect.tsx';

/** What the signs mean; the words in the pictures say the same. */
export function Legend({ isCompared }: { readonly isCompared: boolean }) {
  return (
    <ul className="drawn-legend" aria-label="Signs">
      {isCompared ? (
        <>
          <li>
            <span className="drawn-tag is-changed">Drops ALL</span> changed since you opened the
            file
          </li>
          <li>
            <span className="drawn-tag">User 50000</span> as opened
          </li>
        </>
      ) : (
        <li>
          <span className="drawn-tag is-refused">
            <ToneIcon tone="rejected" size={12} /> No seccomp
          </span>{' '}
          refused
        </li>
      )}
      <li>
        <span className="legend-line" aria-hidden="true" /> writable mount
      </li>
      <li>
        <span className="legend-line is-ring" aria-hidden="true" /> read-only mount
      </li>
      <li>
        <span className="legend-bar" aria-hidden="true" /> disk
      </li>
      <li>
        <span className="legend-bar is-memory" aria-hidden="true" /> memory
      </li>
      <li>
        <span className="legend-bar is-files" aria-hidden="true" /> ConfigMap, Secret, projected
      </li>
    </ul>
  );
}
