/** Light, dark, or as the system says. */

const KEPT = 'motcua.theme';

export const THEMES = ['auto', 'light', 'dark'];

export function theme() {
  const kept = localStorage.getItem(KEPT);
  return THEMES.includes(kept) ? kept : 'auto';
}

/** Charts are drawn with colours they read once: who draws listens to `theme` on the window. */
export function setTheme(wanted) {
  localStorage.setItem(KEPT, wanted);
  apply();
  window.dispatchEvent(new Event('theme'));
}

export function apply() {
  if (theme() === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme();
  }
}
