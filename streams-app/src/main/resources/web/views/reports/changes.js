/** What differs between two versions of a report, cell by cell, with the dossiers behind. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date, whole } from '../../numbers.js';
import { cell, count, line, table } from '../../tables.js';
import columnWords from '../../words/columns.js';
import dictionary from '../../words/reports.js';

const t = words(dictionary);
const column = words(columnWords);
const COLUMNS = Object.keys(columnWords.vi);

function keyed(report, by) {
  const rows = new Map(report.rows.map((row) => [JSON.stringify([row.unit, by === 'none' ? '' : row[by]]), row]));
  return rows.set(JSON.stringify(['', '']), report.total);
}

/** Cells of one subject that differ: {unit, part, column, was, is}; unit empty: the total. */
export function differences(before, after, by) {
  const was = keyed(before, by);
  const is = keyed(after, by);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [unit, part] = JSON.parse(key);
    return COLUMNS
      .map((code) => ({ unit, part, column: code, was: was.get(key)?.[code] ?? 0, is: is.get(key)?.[code] ?? 0 }))
      .filter((change) => change.was !== change.is);
  });
}

/**
 * @param head of the report whose subject it is
 * @param after cut of the earlier version, @param until of the later one
 * @param open opens the dossiers behind a change
 * @param name gives the name of a unit
 */
export function changeTable(caption, head, changes, after, until, open, name) {
  const where = (change) => (change.unit ? `${name(change.unit)}${change.part ? `, ${change.part}` : ''}` : t('total'));

  function behind(change) {
    const { scope, from, to } = head;
    const parameters = { scope, from, to, knownAfter: after, knownOn: until };
    if (change.unit) {
      parameters.unit = change.unit;
      if (head.by !== 'none') {
        parameters[head.by] = change.part;
      }
    }
    const title = t('change', { where: where(change), column: column(change.column), was: whole(change.was), is: whole(change.is) });
    return html`<button type="button" class="to-dossiers" aria-haspopup="dialog" aria-label=${`${t('dossiers')}: ${title}`}
      @click=${() => open(title, t('behindChange', { day: date(after) }), [{ code: change.column, less: false, parameters }])}>${t('dossiers')}</button>`;
  }

  const columns = [{ name: t('unit') }, { name: t('changed') }, { name: t('was'), number: true }, { name: t('is'), number: true }, { name: t('dossiers') }];
  return table(caption, columns, changes.map((change) => line(where(change),
    cell(t('changed'), column(change.column)),
    count(t('was'), change.was),
    count(t('is'), change.is),
    cell(t('dossiers'), after < until ? behind(change) : nothing))));
}
