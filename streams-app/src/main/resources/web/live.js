/** The one stream of what changes, for the scope one looks at. */
import { query } from './api.js';

const AGAIN_MS = 5000;

/**
 * Listens to a scope until it is closed; what the browser does not try again by itself is tried here.
 *
 * @param listener called with the name of an event (ratios, alerts, sources) and what it says
 * @param state called with true when events come, false when they do not
 * @return a function that ends it
 */
export function listen(scope, listener, state) {
  let source;
  let timer;
  const open = () => {
    source = new EventSource(`/api/stream${query({ scope })}`);
    source.onopen = () => state(true);
    source.onerror = () => {
      state(false);
      if (source.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, AGAIN_MS);
      }
    };
    for (const name of ['ratios', 'alerts', 'sources']) {
      source.addEventListener(name, (event) => listener(name, JSON.parse(event.data)));
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
