import '@patternfly/react-core/dist/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { followWork } from './drafts/follow-work.ts';
import { followTheme } from './frame/theme.ts';
import { catchDrops } from './incoming/catch-drops.ts';
import { openAddress } from './open-address.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './start/start.css';

// A page under a strict Content-Security-Policy may not try `new Function`.
z.config({ jitless: true });

followTheme();
followWork();
catchDrops();
await openAddress();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
