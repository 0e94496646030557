const shapes = {
  tick: 'm3.5 8.500 3 3 6-7',
  cross: 'm4 4 8 8m0-8-8 8',
  none: 'M5 8h6',
  unknown: 'M5.500 6a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .7-1 1.700m0 2.300v.200',
};

interface MarkProps {
  readonly kind: keyof typeof shapes;
  /** For who does not see it. */
  readonly label: string;
}

/** The sign of a state. */
export function Mark({ kind, label }: MarkProps) {
  return (
    <>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={shapes[kind]} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      {label && <span className="visually-hidden">{label}</span>}
    </>
  );
}

interface LegendItemProps {
  readonly tone: string;
  readonly kind: keyof typeof shapes;
  readonly words: string;
}

export function LegendItem({ tone, kind, words }: LegendItemProps) {
  return (
    <span>
      <span className={`legend-mark ${tone}`}>
        <Mark kind={kind} label="" />
      </span>
      {words}
    </span>
  );
}
