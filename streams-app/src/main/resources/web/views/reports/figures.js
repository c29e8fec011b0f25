/** Figures that lead to their dossiers, in rows of the report that is shown. */
import { html } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date, hasData, percent, whole } from '../../numbers.js';
import dictionary from '../../words/reports.js';

const t = words(dictionary);

/** A row's own name: its unit, and its field or procedure where the report is split. */
export function rowName(row, by) {
  const unit = row.name || row.unit;
  return by === 'none' ? unit : `${unit}, ${row[by] || t('noPart')}`;
}

/**
 * What is shown, so that a figure knows where it stands.
 *
 * @param cut {scope, from, to, by, knownOn}; knownOn null: as known now
 * @param open asked with title, place, and parts of a figure
 */
export function figuresOf(cut, open) {
  const period = t('period', { from: date(cut.from), to: date(cut.to) });

  function place(row) {
    return row ? rowName(row, cut.by) : t('total');
  }

  function parameters(row) {
    const { scope, from, to, knownOn } = cut;
    const given = { scope, from, to, knownOn };
    if (row) {
      given.unit = row.unit;
      if (cut.by !== 'none') {
        given[cut.by] = row[cut.by];
      }
    }
    return given;
  }

  /**
   * A number that can be followed; none can where there is nothing behind it.
   *
   * @param row null: the total
   * @param columns of the ledger that it adds up
   * @param less those it takes off
   */
  function figure(number, what, row, figures, columns, less = []) {
    if ([...columns, ...less].every((code) => figures[code] === 0)) {
      return whole(number);
    }
    const part = (taken) => (code) => ({ code, figure: figures[code], less: taken, parameters: parameters(row) });
    const parts = [...columns.map(part(false)), ...less.map(part(true))].filter((one) => one.figure !== 0);
    const follow = () => open(`${what}: ${whole(number)}`, `${place(row)}. ${period}`, parts);
    return html`<button type="button" class="to-dossiers" aria-haspopup="dialog"
      aria-label=${t('toDossiers', { number: whole(number), what, where: place(row) })} @click=${follow}>${whole(number)}</button>`;
  }

  /** A ratio with the two numbers it is made of, each leading to its dossiers. */
  function ratio(value, what, row, figures, numerator, denominator) {
    if (!hasData(value)) {
      return html`<span class="none">${percent(value)}</span>`;
    }
    return html`${percent(value)}<span class="parts">${figure(value.numerator, what, row, figures, numerator)} / ${
      figure(value.denominator, what, row, figures, denominator)}</span>`;
  }

  return { figure, ratio };
}
