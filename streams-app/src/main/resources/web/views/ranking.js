/** The units of a scope, ranked by late rate, with what is open and where it leads. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { words } from '../i18n.js';
import { hasData, percent, whole } from '../numbers.js';
import { address } from '../route.js';
import { staleMark, staleUnits } from '../stale.js';
import { table, unitHead } from '../tables.js';
import { exceeds, limitBar, limitText, standing, top, trendLine } from '../trends.js';
import overviewWords from '../words/overview.js';
import unitWords from '../words/units.js';

const t = words(overviewWords);
const u = words(unitWords);

/** More than these are shown when asked for. */
const FIRST = 30;

function lateCell(unit, limit, end, mark) {
  const over = exceeds(unit.late, limit);
  return html`
    <td role="cell" class="number rate" data-label=${u('late')}><span class=${mark}>${hasData(unit.late)
      ? html`<b class=${over ? 'late' : ''}>${percent(unit.late)}</b><span class="unseen">, ${standing(unit.late, limit)}</span>
        <small class="parts">${whole(unit.late.numerator)} / ${whole(unit.late.denominator)}</small>`
      : html`<span class="none">${percent(unit.late)}</span>`}${limitBar(unit.late, limit, end)}</span></td>`;
}

function countCell(label, value, mark, href, state) {
  return html`<td role="cell" class="number" data-label=${label}><span class=${mark}>${value > 0 && href
    ? html`<a class=${state} href=${href}>${whole(value)}</a>` : whole(value)}</span></td>`;
}

function shareCell(label, ratio, mark) {
  return html`<td role="cell" class="number" data-label=${label}><span class="${hasData(ratio) ? '' : 'none'} ${mark}">${percent(ratio)}</span></td>`;
}

function badges(unit, stale) {
  return html`
    ${unit.alert ? html`<a class="badge ${unit.alert.toLowerCase()}" href=${address('canh-bao', { scope: unit.unit })}>${t('alert', { severity: u(unit.alert) })}</a>` : nothing}
    ${stale ? html`<span class="badge stale-badge">${stale}</span>` : nothing}`;
}

function row(unit, rank, view) {
  const { marks, limit, end } = view;
  const mark = (name, value) => marks.mark(`${unit.unit} ${name}`, value);
  const scope = unit.unit;
  return html`
    <tr role="row" data-unit=${unit.unit}>
      <td role="cell" class="number rank" data-label=${t('rank')}><span>${hasData(unit.late) ? rank : '–'}</span></td>
      <th role="rowheader" scope="row">${unitHead(unit.name, unit.unit, address('don-vi', { scope }))}${badges(unit, view.stale(unit))}</th>
      ${lateCell(unit, limit, end, mark('late', unit.late))}
      <td role="cell" class="trend" data-label=${t('trend')}>${trendLine(unit.trend, limit)}</td>
      ${countCell(t('inTime'), unit.open.inProgress, mark('open', unit.open.inProgress))}
      ${countCell(u('dueSoon'), unit.open.dueSoon, mark('due', unit.open.dueSoon), address('don-vi', { scope, list: 'due' }), 'soon')}
      ${countCell(u('overdue'), unit.open.overdue, mark('overdue', unit.open.overdue), address('don-vi', { scope, list: 'overdue' }), 'late')}
      ${shareCell(u('componentsDigitised'), unit.componentsDigitised, mark('components', unit.componentsDigitised))}
      ${shareCell(u('resultsDigitised'), unit.resultsDigitised, mark('results', unit.resultsDigitised))}
    </tr>`;
}

function columns() {
  const number = (name) => ({ name, number: true });
  return [number(t('rank')), { name: u('unit') }, number(u('late')), { name: t('trend') }, number(t('inTime')),
    number(u('dueSoon')), number(u('overdue')), number(u('componentsDigitised')), number(u('resultsDigitised'))];
}

/** What is old about a unit; whether all of it is, only the list of the scope says. */
function staleOf(overview) {
  const listed = staleUnits(overview.stale);
  return (unit) => (unit.stale ? staleMark({ since: unit.stale, whole: listed.get(unit.unit)?.whole ?? false }) : '');
}

/** @param all whether all units are shown however many @param showAll what the button for that does */
export function ranking(overview, marks, all, showAll) {
  const { units, limit } = overview;
  if (units.length === 0) {
    return html`<p class="note">${t('noUnits')} <a href=${address('don-vi', { scope: overview.scope })}>${t('toUnit')}</a></p>`;
  }
  const shown = all ? units : units.slice(0, FIRST);
  const view = { marks, limit, end: top(units.map((unit) => unit.late), limit), stale: staleOf(overview) };
  return html`
    <section class="ranking" aria-labelledby="ranked">
      <h2 id="ranked">${t('ranked')}</h2>
      <p class="note">${t('rankedNote', { limit: limitText(limit) })}</p>
      ${table(t(shown.length < units.length ? 'shown' : 'count', { n: shown.length, all: units.length }), columns(),
        repeat(shown, (unit) => unit.unit, (unit, index) => row(unit, index + 1, view)))}
      ${shown.length < units.length ? html`<button type="button" class="plain" @click=${showAll}>${t('showAll', { n: units.length })}</button>` : nothing}
    </section>`;
}
