/** The windows figures are of, and the days they span: as the server reckons them (core.period.Window). */

/** Legal periods begin on this day of the month before. */
const LEGAL_DAY = 15;

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 };

export const WINDOWS = ['DAYS_7', 'DAYS_30', 'DAYS_90', 'MONTH', 'QUARTER', 'YEAR', 'LEGAL_MONTH', 'LEGAL_QUARTER', 'LEGAL_YEAR'];

function iso(year, month, day) {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** @param today ISO day @return {from, to}, both days counted, to being today */
export function span(window, today) {
  const [year, month, day] = today.split('-').map(Number);
  if (window.startsWith('DAYS_')) {
    return { from: iso(year, month - 1, day - Number(window.slice(5)) + 1), to: today };
  }
  const legal = window.startsWith('LEGAL_');
  const length = MONTHS[legal ? window.slice(6) : window];
  // Months counted from year 0; a legal month that has begun bears the name of the next.
  const named = 12 * year + month - 1 + (legal && day >= LEGAL_DAY ? 1 : 0);
  const first = named - (named % length);
  const start = legal ? first - 1 : first;
  return { from: iso(Math.floor(start / 12), start % 12, legal ? LEGAL_DAY : 1), to: today };
}

/** How a series is asked for. */
export function asked(window) {
  return window.startsWith('DAYS_') ? { days: window.slice(5) } : { toDate: window };
}
