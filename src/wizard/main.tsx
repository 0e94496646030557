import '@patternfly/react-core/dist/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { followTheme } from './frame/theme.ts';
import { openAddress } from './open-address.ts';
import { keepSession } from './session.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './start/start.css';

// A page under a strict Content-Security-Policy may not try `new Function`.
z.config({ jitless: true });

followTheme();
keepSession();
await openAddress();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
