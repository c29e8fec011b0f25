/** What came late since a report was published, and the version that takes it in. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { get, send } from '../../api.js';
import { words } from '../../i18n.js';
import { date } from '../../numbers.js';
import { fault } from '../../said.js';
import dictionary from '../../words/reports.js';
import { changeTable } from './changes.js';

const t = words(dictionary);
const KINDS = ['LATE_DATA', 'ERROR', 'METHOD'];

export function revision(redraw, context, head, open, name) {
  const at = { proposal: null, fault: null, sending: false };

  async function load() {
    if (head.version > 0) {
      try {
        at.proposal = await get(`/api/snapshots/${head.id}/proposal`);
      } catch (error) {
        at.fault = error;
      }
    }
  }

  async function submit(event) {
    event.preventDefault();
    Object.assign(at, { sending: true, fault: null });
    redraw();
    try {
      const made = await send('POST', `/api/snapshots/${head.id}/revisions`, Object.fromEntries(new FormData(event.target)));
      context.say(t('revised', { id: made.head.id }));
      context.go('bao-cao', { snapshot: made.head.id });
    } catch (error) {
      at.fault = error;
    }
    at.sending = false;
    redraw();
  }

  function form() {
    return html`<form class="revise" aria-label=${t('revise')} @submit=${submit}>
      <label>${t('kind')} <select name="kind">${KINDS.map((kind) => html`<option value=${kind}>${t(kind)}</option>`)}</select></label>
      <label>${t('reason')} <input name="reason" required size="40"></label>
      <label>${t('reviser')} <input name="author" required autocomplete="name"></label>
      <button type="submit" ?disabled=${at.sending}>${t('revise')}</button>
    </form>`;
  }

  function proposed() {
    const { changes, knownOn } = at.proposal;
    return changes.length === 0
      ? html`<p>${t('nothingToRevise')}</p>`
      : html`${changeTable(t('proposal', { day: date(knownOn) }), head, changes, head.knownOn, knownOn, open, name)}${form()}`;
  }

  return {
    load,
    template: () => (head.version === 0 ? nothing : html`<section class="revision" aria-labelledby="revision-title">
      <h2 id="revision-title">${t('revision')}</h2>
      ${fault(at.fault)}
      ${at.proposal ? proposed() : nothing}
    </section>`),
  };
}
