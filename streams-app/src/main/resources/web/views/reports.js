/** "Báo cáo": a period in figures, form and words; what was published, and what has changed since. */
import { showChosen } from './reports/chosen.js';
import { showSnapshot } from './reports/snapshot.js';

export function show(place, parameters, context) {
  return parameters.snapshot ? showSnapshot(place, parameters, context) : showChosen(place, parameters, context);
}
