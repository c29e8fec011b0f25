/** How a report that was kept is called. */
import { words } from '../../i18n.js';
import dictionary from '../../words/reports.js';

const t = words(dictionary);

export function stateOf(head) {
  return t(`state${head.state}`, { time: head.version - 1 });
}

/** Whether two are of the same scope, period and split, so that their figures can be compared. */
export function sameSubject(a, b) {
  return a.scope === b.scope && a.from === b.from && a.to === b.to && a.by === b.by;
}
