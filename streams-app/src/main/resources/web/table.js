import { cell, element, head } from './cells.js';
import { date, percent, whole } from './numbers.js';
import { staleMark } from './stale.js';

const byId = (id) => document.getElementById(id);

function rate({ numerator, denominator }) {
  return denominator > 0 ? numerator / denominator : 0;
}

/** Late rate as a cross product, so that 1/3 and 2/6 rank alike; units without data come last. */
function byLateRate(a, b) {
  const x = a.ratios.late;
  const y = b.ratios.late;
  if (x.denominator === 0 || y.denominator === 0) {
    return (x.denominator === 0) - (y.denominator === 0) || a.unit.localeCompare(b.unit, 'vi');
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
    if (row.ratios.late.denominator === 0) {
      return { row, rank: null };
    }
    if (index === 0 || !sameRate(row, sorted[index - 1])) {
      rank = index + 1;
    }
    return { row, rank };
  });
}

/** The bar is a share of the worst rate shown; without one there is no bar. */
function ratioCell(label, ratio, worst) {
  const made = cell(label, percent(ratio));
  if (ratio.denominator > 0) {
    const holder = made.firstElementChild;
    holder.append(element('span', 'phan', `${whole(ratio.numerator)} / ${whole(ratio.denominator)}`));
    if (worst > 0) {
      const bar = element('span', 'thanh');
      bar.style.setProperty('--phan', `${Math.max(0, (100 * rate(ratio)) / worst)}%`);
      bar.setAttribute('aria-hidden', 'true');
      holder.append(bar);
    }
  }
  return made;
}

function line(rank, name, code, figures, worst, stale) {
  const row = element('tr');
  row.setAttribute('role', 'row');
  const unit = head(name, code);
  if (stale) {
    unit.append(element('span', 'phan khong', staleMark(stale)));
  }
  row.append(
    cell('Hạng', rank === null ? '–' : String(rank)),
    unit,
    ratioCell('Tỷ lệ trễ hạn', figures.ratios.late, worst),
    cell('Tiếp nhận', whole(figures.received)),
    cell('Đúng hạn', whole(figures.closedEarly + figures.closedOnTime)),
    cell('Trễ hạn', whole(figures.closedLate)),
    cell('Đang quá hạn', whole(figures.openOverdue)),
    ratioCell('Số hóa thành phần', figures.ratios.componentsDigitised, 0),
  );
  return row;
}

/**
 * Shows a report: units by late rate, the worst first, and the total.
 *
 * @param stale units whose figures may lack something, by code
 */
export function showReport(report, stale) {
  const worst = Math.max(0, ...report.rows.map((row) => rate(row.ratios.late)));
  const rows = ranked(report.rows).map(({ row, rank }) => line(rank, row.name || row.unit, row.name ? row.unit : '', row, worst, stale.get(row.unit)));
  byId('tieu-de').textContent = `Kỳ từ ${date(report.from)} đến ${date(report.to)}`;
  byId('hang').replaceChildren(...rows);
  byId('tong').replaceChildren(line(null, 'Toàn bộ', '', report.total, worst));
}
