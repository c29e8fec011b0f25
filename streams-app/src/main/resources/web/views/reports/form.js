/** A report in a printed form: groups of columns, rows in the report's order, the total, notes and paragraphs. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date } from '../../numbers.js';
import { said } from '../../said.js';
import dictionary from '../../words/reports.js';
import { head } from './detail.js';
import { figuresOf } from './figures.js';

const t = words(dictionary);

/** Columns of one group are neighbours. */
function startsGroup(columns, index) {
  return index === 0 || columns[index - 1].group !== columns[index].group;
}

function sum(column, figures) {
  const of = (codes) => codes.reduce((total, code) => total + figures[code], 0);
  return of(column.of) - of(column.less);
}

function groups(columns) {
  return columns.filter((_, index) => startsGroup(columns, index)).map(({ group }) => html`
    <th role="columnheader" scope="colgroup" class="group" colspan=${columns.filter((column) => column.group === group).length} lang="vi">${group}</th>`);
}

function heads(columns) {
  const place = (index) => (startsGroup(columns, index) ? 'number starts' : 'number');
  return html`
    <tr role="row">
      <th role="columnheader" scope="col" class="number" rowspan="2">${t('number')}</th>
      <th role="columnheader" scope="col" rowspan="2">${t('unit')}</th>${groups(columns)}
    </tr>
    <tr role="row">${columns.map((column, index) => html`<th role="columnheader" scope="col" class=${place(index)} lang="vi">${column.heading}</th>`)}</tr>
    ${columns.some((column) => column.number !== null) ? html`<tr role="row" class="column-numbers">
      <th role="columnheader" scope="col" class="number">(1)</th><th role="columnheader" scope="col">(2)</th>
      ${columns.map((column, index) => html`<th role="columnheader" scope="col" class=${place(index)}>${column.number === null ? '' : `(${column.number})`}</th>`)}
    </tr>` : nothing}`;
}

function label(column) {
  return `${column.number === null ? '' : `(${column.number}) `}${column.group}: ${column.heading.toLocaleLowerCase('vi')}`;
}

/**
 * @param form what the API says of it
 * @param report with rows and total
 * @param cut what the report is of
 * @param open opens the dossiers behind a figure
 */
export function formTable(form, report, cut, open) {
  const { columns } = form;
  const { figure } = figuresOf(cut, open);
  const title = t('formTitle', { form: form.title, from: date(report.from), to: date(report.to) });

  function line(running, row, figures) {
    return html`<tr role="row">
      <td role="cell" class="number running">${running}</td>
      ${head(row, cut.by)}
      ${columns.map((column, index) => html`<td role="cell" class=${startsGroup(columns, index) ? 'number starts' : 'number'} data-label=${label(column)}><span>${
        figure(sum(column, figures), label(column), row, figures, column.of, column.less)}</span></td>`)}
    </tr>`;
  }

  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${title}>
      <table role="table" class="form">
        <caption>${title}</caption>
        <thead role="rowgroup">${heads(columns)}</thead>
        <tbody role="rowgroup">${report.rows.map((row, index) => line(String(index + 1), row, row))}</tbody>
        <tfoot role="rowgroup">${line('', null, report.total)}</tfoot>
      </table>
    </div>
    <ul class="note form-notes" aria-label=${t('notes')}>${form.notes.map((note) => html`<li>${said(note)}</li>`)}</ul>
    <p class="note screen">${t('drillHint')}</p>`;
}

/** The paragraphs that offices paste into their report. */
export function paragraphs(form, copied) {
  const copy = () => navigator.clipboard.writeText(form.paragraphs.join('\n')).then(copied);
  return html`<section class="paragraphs" aria-labelledby="paragraphs-title">
    <h2 id="paragraphs-title">${t('paragraphs')}</h2>
    ${form.paragraphs.map((text) => html`<p lang="vi">${text}</p>`)}
    ${navigator.clipboard ? html`<button type="button" class="plain copy" @click=${copy}>${t('copy')}</button>` : nothing}
  </section>`;
}
