import '@patternfly/react-core/dist/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followWork } from './drafts/follow-work.ts';
import { Guard } from './failure/guard.tsx';
import { watchForMissingParts } from './failure/missing-part.ts';
import { NotOpened } from './failure/not-opened.tsx';
import { watchForUnexpected } from './failure/unexpected.ts';
import { followTheme } from './frame/theme.ts';
import { catchDrops } from './incoming/catch-drops.ts';
import { keepPage } from './offline/new-version.ts';
import { openAddress } from './open-address.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/masthead.css';
import './styles/verdict.css';
import './styles/rail.css';
import './styles/forced-colors.css';
import './styles/print.css';
import './start/start.css';
import './start/your-file.css';

watchForMissingParts();
watchForUnexpected();
followTheme();
followWork();
catchDrops();
const failure = await openAddress().then(
  () => undefined,
  (error: unknown) => ({ error }),
);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Guard part="The wizard" heading="h1">
        {failure ? <NotOpened error={failure.error} /> : <App />}
      </Guard>
    </StrictMode>,
  );
}
void keepPage();
