/** Words for figures of now that may lack what silent sources have not sent. */
import { words } from './i18n.js';
import { moment } from './numbers.js';
import dictionary from './words/units.js';

const t = words(dictionary);

/** One line about a scope. */
export function staleText(stale) {
  return t(stale.whole ? 'staleWhole' : 'stalePart', { since: moment(stale.since), sources: stale.sources.join(', ') });
}

/** A few words beside a unit. */
export function staleMark(unit) {
  return t(unit.whole ? 'staleUnitWhole' : 'staleUnitPart', { since: moment(unit.since) });
}

/** Units whose figures are stale, by code. */
export function staleUnits(stale) {
  return new Map((stale?.units ?? []).map((unit) => [unit.unit, unit]));
}
