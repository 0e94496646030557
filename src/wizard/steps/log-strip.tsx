import ArrowIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-arrow-right-icon';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { logFlow } from './sidecar-facts.ts';

/** Where a log line goes: from Airflow's folder over a volume to the sidecar's folder. */
export function LogStrip() {
  const flow = useAssessed(logFlow, sameData);
  if (!flow) return null;
  const { writer, volume, kind, reader, readOnly } = flow;
  return (
    <ol className="log-strip">
      <li>
        <span className="log-strip-role">Agent writes</span>
        <code>{writer}</code>
        <span className="log-strip-note">fixed: Airflow's log folder</span>
      </li>
      <li className="log-strip-volume">
        <ArrowIcon aria-hidden="true" />
        <div>
          <span className="log-strip-role">Volume</span>
          <code>{volume || 'none'}</code>
          <span className="log-strip-note">{volume ? kind : 'not shared yet'}</span>
        </div>
      </li>
      <li>
        <ArrowIcon aria-hidden="true" />
        <div>
          <span className="log-strip-role">Sidecar reads</span>
          <code>{reader || 'nothing'}</code>
          <span className="log-strip-note">{readOnly ? 'read-only' : 'may write, too'}</span>
        </div>
      </li>
    </ol>
  );
}
