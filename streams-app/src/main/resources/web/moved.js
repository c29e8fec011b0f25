/** Which figures have just changed, for the eye only: screen readers are not told each time. */

const SHOWN_MS = 2000;

/**
 * @param redraw called when a mark is over
 * @return {mark(key, value), stop()}; mark answers with the class of a figure: `moved` for two seconds after it changed
 */
export function changes(redraw) {
  const last = new Map();
  const until = new Map();
  const timers = new Set();
  const later = () => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      redraw();
    }, SHOWN_MS);
    timers.add(timer);
  };
  return {
    mark(key, value) {
      const text = JSON.stringify(value);
      if (last.has(key) && last.get(key) !== text) {
        until.set(key, performance.now() + SHOWN_MS);
        later();
      }
      last.set(key, text);
      return performance.now() < (until.get(key) ?? 0) ? 'moved' : '';
    },
    stop: () => timers.forEach(clearTimeout),
  };
}

/** Draws without taking the focus from what had it: a row that moves to another rank would lose it. */
export function keepingFocus(place, draw) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  draw();
  if (focused !== null && focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }
}
