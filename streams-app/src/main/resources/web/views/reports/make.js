/** Making a provisional report and publishing one. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { send } from '../../api.js';
import { words } from '../../i18n.js';
import { address } from '../../route.js';
import { fault } from '../../said.js';
import dictionary from '../../words/reports.js';

const t = words(dictionary);

/**
 * @param wanted gives the period, split, form and cut that are chosen
 * @param made called when one was made
 */
export function makeForm(redraw, context, wanted, made) {
  const at = { fault: null, done: null, sending: false };

  async function submit(event) {
    event.preventDefault();
    const publish = event.submitter?.value === 'true';
    const { author, overlapping } = Object.fromEntries(new FormData(event.target));
    Object.assign(at, { fault: null, done: null, sending: true });
    redraw();
    try {
      const given = Object.fromEntries(Object.entries(wanted()).filter(([, value]) => value));
      const { head } = await send('POST', '/api/snapshots', { scope: context.scope, ...given, author, publish, overlapping: Boolean(overlapping) });
      at.done = { text: t(head.version === 0 ? 'prepared' : 'published', head), id: head.id };
    } catch (error) {
      at.fault = error;
    }
    at.sending = false;
    redraw();
    await made();
  }

  return {
    template: () => html`<section class="make" aria-labelledby="make-title">
      <h2 id="make-title">${t('make')}</h2>
      <p class="note">${t('makeMeans')}</p>
      <form @submit=${submit} aria-label=${t('make')}>
        <label>${t('author')} <input name="author" required autocomplete="name"></label>
        <label class="tick"><input type="checkbox" name="overlapping" value="true"> ${t('overlapping')}</label>
        <button type="submit" value="false" class="plain prepare" ?disabled=${at.sending}>${t('prepare')}</button>
        <button type="submit" value="true" class="publish" ?disabled=${at.sending}>${t('publish')}</button>
      </form>
      ${fault(at.fault)}
      <div role="status">${at.done ? html`<p class="done">${at.done.text}
        <a href=${address('bao-cao', { scope: context.scope, snapshot: at.done.id })}>${t('open', { id: at.done.id })}</a></p>` : nothing}</div>
    </section>`,
  };
}
