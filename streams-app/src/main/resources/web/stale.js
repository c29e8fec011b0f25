/** Words for figures of now that may lack what silent sources have not sent. */
import { date } from './numbers.js';

function since(stale) {
  return `${stale.since.slice(11, 16)} ngày ${date(stale.since)}`;
}

/** One line about a scope. */
export function staleText(stale) {
  const sources = stale.sources.join(', ');
  return stale.whole
    ? `Số liệu cũ từ ${since(stale)}: không nguồn nào còn gửi dữ liệu (${sources}).`
    : `Một phần số liệu cũ từ ${since(stale)}: nguồn im lặng: ${sources}.`;
}

/** A few words beside a unit. */
export function staleMark(unit) {
  return `${unit.whole ? 'số liệu cũ' : 'một phần số liệu cũ'} từ ${since(unit)}`;
}

/** Units whose figures are stale, by code. */
export function staleUnits(stale) {
  return new Map((stale?.units ?? []).map((unit) => [unit.unit, unit]));
}
