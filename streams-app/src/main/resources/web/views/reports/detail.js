/** A report in detail: rows by late rate, the worst first, and the total. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date } from '../../numbers.js';
import { staleMark } from '../../stale.js';
import { table } from '../../tables.js';
import dictionary from '../../words/reports.js';
import { figuresOf } from './figures.js';

const t = words(dictionary);
const DATED = ['closedEarly', 'closedOnTime', 'closedLate'];

function rate({ numerator, denominator }) {
  return denominator > 0 ? numerator / denominator : 0;
}

/** Late rate as a cross product, so that 1/3 and 2/6 rank alike; rows without data come last. */
function byLateRate(a, b) {
  const x = a.ratios.late;
  const y = b.ratios.late;
  if (x.denominator <= 0 || y.denominator <= 0) {
    return (x.denominator <= 0) - (y.denominator <= 0) || a.unit.localeCompare(b.unit, 'vi');
  }
  return y.numerator * x.denominator - x.numerator * y.denominator || a.unit.localeCompare(b.unit, 'vi');
}

function sameRate(a, b) {
  const x = a.ratios.late;
  const y = b.ratios.late;
  return x.numerator * y.denominator === y.numerator * x.denominator;
}

/** Rows with their rank; equal rates share one, no data has none. */
function ranked(rows) {
  const sorted = [...rows].sort(byLateRate);
  let rank = 0;
  return sorted.map((row, index) => {
    if (row.ratios.late.denominator <= 0) {
      return { row, rank: null };
    }
    if (index === 0 || !sameRate(row, sorted[index - 1])) {
      rank = index + 1;
    }
    return { row, rank };
  });
}

/** The bar is a share of the worst rate shown; without one there is no bar. */
function bar(ratio, worst) {
  const share = worst > 0 && ratio.denominator > 0 ? Math.max(0, rate(ratio) / worst) : null;
  return share === null ? nothing : html`<svg class="bar-of" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" width="100" height="6"></rect><rect class="share" width=${100 * share} height="6"></rect></svg>`;
}

function number(label, content) {
  return html`<td role="cell" class="number" data-label=${label}><span>${content}</span></td>`;
}

export function head(row, by, mark = nothing) {
  if (!row) {
    return html`<th role="rowheader" scope="row">${t('total')}</th>`;
  }
  return html`<th role="rowheader" scope="row"><span lang="vi">${row.name || row.unit}</span>${
    row.name ? html`<small class="code">${row.unit}</small>` : nothing}${
    by === 'none' ? nothing : html`<small class="part">${row[by] || t('noPart')}</small>`}${mark}</th>`;
}

/**
 * @param cut what the report is of
 * @param stale units whose figures may lack something, by code
 * @param open opens the dossiers behind a figure
 */
export function detailTable(report, cut, stale, open) {
  const { figure, ratio } = figuresOf(cut, open);
  const worst = Math.max(0, ...report.rows.map((row) => rate(row.ratios.late)));

  function line(rank, row, figures) {
    const of = (name, ...columns) => number(t(name), figure(columns.reduce((sum, column) => sum + figures[column], 0), t(name), row, figures, columns));
    const mark = row && stale.get(row.unit);
    return html`<tr role="row">
      ${rank === undefined ? html`<td role="cell" class="number running"></td>` : html`<td role="cell" class="number" data-label=${t('rank')}><span>${rank ?? '–'}</span></td>`}
      ${head(row, cut.by, mark ? html`<small class="parts none">${staleMark(mark)}</small>` : nothing)}
      ${number(t('late'), html`${ratio(figures.ratios.late, t('late'), row, figures, ['closedLate'], DATED)}${bar(figures.ratios.late, worst)}`)}
      ${of('received', 'received')}
      ${of('onTime', 'closedEarly', 'closedOnTime')}
      ${of('closedLate', 'closedLate')}
      ${of('overdue', 'openOverdue')}
      ${number(t('digitised'), ratio(figures.ratios.componentsDigitised, t('digitised'), row, figures, ['componentsDigitised'], ['received']))}
    </tr>`;
  }

  const columns = [
    { name: t('rank'), number: true }, { name: t('unit') },
    ...['late', 'received', 'onTime', 'closedLate', 'overdue', 'digitised'].map((name) => ({ name: t(name), number: true })),
  ];
  return html`
    ${table(t('period', { from: date(report.from), to: date(report.to) }), columns,
      ranked(report.rows).map(({ row, rank }) => line(rank, row, row)), [line(undefined, null, report.total)])}
    <p class="note">${t('reading')} <span class="screen">${t('drillHint')}</span></p>`;
}
