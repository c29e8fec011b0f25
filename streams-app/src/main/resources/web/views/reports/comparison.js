/** Two versions of one report beside each other. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { get } from '../../api.js';
import { words } from '../../i18n.js';
import { date } from '../../numbers.js';
import { fault } from '../../said.js';
import dictionary from '../../words/reports.js';
import { changeTable, differences } from './changes.js';
import { stateOf } from './versions.js';

const t = words(dictionary);

/**
 * @param snapshot the one that is shown
 * @param others heads of the same subject
 */
export function comparison(redraw, snapshot, others, open, name) {
  const { head } = snapshot;
  const at = { other: null, fault: null };

  /** @param id of the other one; not given: the one that was revised */
  async function load(id) {
    const wanted = String(id ?? head.revises ?? others[0]?.id ?? '');
    if (!others.some((other) => String(other.id) === wanted)) {
      return;
    }
    try {
      at.other = await get(`/api/snapshots/${wanted}`);
      at.fault = null;
    } catch (error) {
      at.fault = error;
    }
    redraw();
  }

  function found() {
    const other = at.other;
    if (!other) {
      return nothing;
    }
    // The earlier one comes first, whichever of the two is shown.
    const [before, after] = other.head.id < head.id ? [other, snapshot] : [snapshot, other];
    const changes = differences(before.report, after.report, head.by);
    const named = { id: other.head.id, state: stateOf(other.head), day: date(other.head.knownOn) };
    return changes.length === 0
      ? html`<p class="same">${t('same', named)}</p>`
      : changeTable(t('differs', named), head, changes, before.head.knownOn, after.head.knownOn, open, name);
  }

  return {
    load,
    template: () => html`<section class="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">${t('versions')}</h2>
      ${others.length === 0 ? html`<p class="empty">${t('noOther')}</p>` : html`
        <div class="choices"><label>${t('compareWith')}
          <select name="other" @change=${(event) => load(event.target.value)}>${others.map((other) => html`
            <option value=${other.id} .selected=${other.id === at.other?.head.id}>${
              t('versionName', { id: other.id, state: stateOf(other), day: date(other.knownOn) })}</option>`)}</select></label></div>`}
      ${fault(at.fault)}
      ${found()}
    </section>`,
  };
}
