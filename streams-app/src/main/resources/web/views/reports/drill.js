/** From a figure to its dossiers: a dialog with a list for each column of the ledger that the figure is made of. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { words } from '../../i18n.js';
import { whole } from '../../numbers.js';
import { dossiersBehind, listLink } from '../behind.js';
import behindWords from '../../words/behind.js';
import columnWords from '../../words/columns.js';

const t = words(behindWords);
const column = words(columnWords);

/** @param redraw draws what `template` gives, at once */
export function drill(redraw, scope) {
  const lists = dossiersBehind(redraw, scope);
  let shown = null;
  let element = null;
  let times = 0;

  function part({ code, figure, less, parameters }) {
    const name = less ? t('less', { name: column(code) }) : column(code);
    return lists.details(figure === undefined ? name : t('part', { name, figure: whole(figure) }), listLink({ ...parameters, column: code }), shown.parts.length === 1);
  }

  return {
    template: () => html`<dialog class="drill" aria-labelledby="drill-title">${shown ? html`
      <h2 id="drill-title">${shown.title}</h2>
      <p class="note">${shown.where}</p>
      ${repeat(shown.parts, (one) => one.key, part)}
      <div class="choices"><button type="button" class="plain" @click=${() => element.close()}>${t('close')}</button></div>` : nothing}</dialog>`,

    /**
     * Opens it.
     *
     * @param parts of the figure: {code, figure, less, parameters}; less: taken off
     */
    open(place, title, where, parts) {
      lists.forget();
      // Keys of their own make lists that are closed, or open, as if never seen before.
      times += 1;
      shown = { title, where, parts: parts.map((one) => ({ ...one, key: `${times} ${one.less} ${one.code}` })) };
      redraw();
      element = place.querySelector('dialog.drill');
      element.showModal();
    },
  };
}
