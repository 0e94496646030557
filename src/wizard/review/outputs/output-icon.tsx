import BranchIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-branch-icon';
import CodeIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-code-icon';
import CompareIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-compare-icon';
import FileIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import StackIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-server-stack-icon';

const icons: Readonly<Record<string, typeof FileIcon>> = {
  files: FileIcon,
  patch: CompareIcon,
  'pull-request': BranchIcon,
  commands: CodeIcon,
  'task-pods': FileIcon,
};

/** The sign of an output, by its id. */
export function OutputIcon({ id }: { readonly id: string }) {
  const Icon = icons[id] ?? StackIcon;
  return <Icon aria-hidden="true" />;
}
