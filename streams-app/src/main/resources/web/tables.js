/** Tables that become cards on narrow screens. Roles are written out: that layout takes theirs away. */
import { html, nothing } from './lib/lit-html/lit-html.js';
import { hasData, percent, whole } from './numbers.js';

/**
 * @param caption what the table tells
 * @param columns [{name, number}]; number: set right, with figures of one width
 * @param rows lines made by `line`
 * @param foot lines below the rows, such as the total
 */
export function table(caption, columns, rows, foot = []) {
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${caption}>
      <table role="table">
        <caption>${caption}</caption>
        <thead role="rowgroup"><tr role="row">${columns.map((column) => html`
          <th role="columnheader" scope="col" class=${column.number ? 'number' : nothing}>${column.name}</th>`)}</tr></thead>
        <tbody role="rowgroup">${rows}</tbody>
        ${foot.length > 0 ? html`<tfoot role="rowgroup">${foot}</tfoot>` : nothing}
      </table>
    </div>`;
}

/** One row. @param head content of its head @param cells made by `cell`, `count` and `share` */
export function line(head, ...cells) {
  return html`<tr role="row"><th role="rowheader" scope="row">${head}</th>${cells}</tr>`;
}

/** A cell of text; the label stands before it on narrow screens. */
export function cell(label, content) {
  return html`<td role="cell" data-label=${label}><span>${content}</span></td>`;
}

/** A whole number, or what leads to the dossiers behind it. */
export function count(label, number, href = undefined) {
  return html`<td role="cell" class="number" data-label=${label}><span>${href ? html`<a href=${href}>${whole(number)}</a>` : whole(number)}</span></td>`;
}

/** A ratio with the two numbers it is made of; without a denominator it says that there is no data. */
export function share(label, ratio) {
  return html`<td role="cell" class="number" data-label=${label}>${hasData(ratio)
    ? html`<span>${percent(ratio)}<small class="parts">${whole(ratio.numerator)} / ${whole(ratio.denominator)}</small></span>`
    : html`<span class="none">${percent(ratio)}</span>`}</td>`;
}

/** A unit with its code. */
export function unitHead(name, code, href = undefined) {
  return html`${href ? html`<a href=${href}>${name || code}</a>` : name || code}${name && name !== code ? html`<small class="code">${code}</small>` : nothing}`;
}
