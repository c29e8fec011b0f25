/** What a reconciliation found, by publication and statement. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date, whole } from '../../numbers.js';
import { said } from '../../said.js';
import { cell, line, table } from '../../tables.js';
import dictionary from '../../words/reconcile.js';

const t = words(dictionary);

/** @param lists of the dossiers behind figures */
export function findings(publications, lists) {
  const cells = (list) => list.map((one) => lists.details(t('behind', { name: one.name, figure: whole(one.figure) }), one.dossiers));

  function head(figure) {
    return said(figure.name);
  }

  function sums(list) {
    return table(t('sums', { count: list.length }), columns('figure', 'print', 'why'), list.map((one) => line(head(one.figure),
      cell(t('print'), one.figure.printed),
      cell(t('why'), html`${said(one.says)}${cells(one.ledger)}`))));
  }

  function percentages(list) {
    return table(t('percentages', { count: list.length }), columns('figure', 'print', 'why', 'nearest'), list.map((one) => line(head(one.figure),
      cell(t('print'), one.figure.printed),
      cell(t('why'), said(one.says)),
      cell(t('nearest'), one.nearest.map((share) => `${whole(share.numerator)}/${whole(share.denominator)} = ${share.prints}`).join('; ') || '–'))));
  }

  function differences(list) {
    return table(t('differences', { count: list.length }), columns('figure', 'print', 'ledger', 'dossiers'), list.map((one) => line(head(one.figure),
      cell(t('print'), one.figure.printed),
      cell(t('ledger'), one.ledger),
      cell(t('dossiers'), html`${said(one.says)}${cells(one.cells)}${
        one.learned.map((part) => lists.details(t('learned', { name: part.name, count: whole(part.count) }), part.dossiers))}`))));
  }

  function statement(publication, one) {
    const place = t('statement', { publication, level: one.levelName, from: date(one.from), to: date(one.to) });
    const groups = [[one.sums, sums], [one.percentages, percentages], [one.differences, differences]].filter(([list]) => list.length > 0);
    return html`<section class="statement">
      <h2>${place}${one.scope ? ` (${one.scope})` : ''}</h2>
      ${one.note ? html`<p class="note">${said(one.note)}</p>` : nothing}
      ${groups.map(([list, show]) => show(list))}
      ${one.remarks.length > 0 ? html`<h3>${t('remarks')}</h3><ul class="note">${one.remarks.map((remark) => html`<li>${
        said(t('remark', { name: remark.figure.name, printed: remark.figure.printed, says: remark.says }))}</li>`)}</ul>` : nothing}
      ${groups.length === 0 && one.remarks.length === 0 && !one.note ? html`<p class="note">${t('nothing')}</p>` : nothing}
    </section>`;
  }

  return publications.flatMap((one) => one.statements.map((part) => statement(one.publication, part)));
}

function columns(...names) {
  return names.map((name) => ({ name: t(name) }));
}
