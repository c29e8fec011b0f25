/** Where an alert stands and what it leads to. */
import { words } from '../../i18n.js';
import { address } from '../../route.js';
import shared from '../../words/units.js';

const t = words(shared);

/** Its unit with the code. */
export function placeOf(alert) {
  if (alert.scope === 'ALL') {
    return t('total');
  }
  const name = alert.scopeName ?? alert.name;
  return name ? `${name} (${alert.scope})` : alert.scope;
}

/** A view with what a link of the API asks for. */
export function viewOf(view, link) {
  return address(view, Object.fromEntries(new URL(link, location.origin).searchParams));
}
