// Before the first paint, as no module can: the theme that was chosen, or else the system's.
// src/wizard/frame/theme.ts goes on from here.
(() => {
  let chosen;
  try {
    chosen = localStorage.getItem('restricted-agent-wizard:theme');
  } catch {
    // Storage is forbidden: the system's.
  }
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('pf-v6-theme-dark', isDark);
})();
