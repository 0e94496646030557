import type { ReactNode } from 'react';
import type { DocumentName } from '../../agent/documents/documents.ts';
import type { Path } from '../../yaml/path.ts';
import { LineLink } from './line-link.tsx';

interface SectionHeadingProps {
  readonly title: string;
  /** The key as the document has it. */
  readonly code?: string;
  readonly level?: 'h2' | 'h3' | 'h4';
  readonly document?: DocumentName;
  /** The place that the heading's link shows. */
  readonly path?: Path;
  readonly id?: string;
  readonly children?: ReactNode;
}

/** The head of a group of fields, with the key that they write and a way to its line. */
export function SectionHeading({
  title,
  code,
  level: Heading = 'h2',
  document = 'values',
  path,
  id,
  children,
}: SectionHeadingProps) {
  return (
    <div className={`section-heading section-heading-${Heading}`}>
      <Heading id={id}>{title}</Heading>
      {code !== undefined && (
        <code translate="no" className="field-code">
          {code}
        </code>
      )}
      {children}
      {path && <LineLink document={document} path={path} />}
    </div>
  );
}
