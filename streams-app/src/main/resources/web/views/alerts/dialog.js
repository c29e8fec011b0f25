/** The dialog in which somebody takes care of an alert, or takes that back. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { fault } from '../../said.js';
import dictionary from '../../words/alerts.js';
import { placeOf } from './place.js';

const t = words(dictionary);

/** Days after today that are proposed, and the most there may be. */
const PROPOSED = 3;
const MOST = 30;

function later(day, days) {
  const made = new Date(`${day}T00:00:00Z`);
  made.setUTCDate(made.getUTCDate() + days);
  return made.toISOString().slice(0, 10);
}

/** @param redraw draws what `template` gives, at once */
export function actDialog(redraw) {
  let asked = null;
  let element = null;
  let author = '';

  async function sent(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.target));
    author = said.author;
    asked.sending = true;
    redraw();
    try {
      await asked.act(said);
      element.close();
    } catch (error) {
      asked.fault = error;
    }
    asked.sending = false;
    redraw();
  }

  function form() {
    const { alert, undo, today } = asked;
    return html`<form @submit=${sent}>
      <h2 id="act-title">${t(undo ? 'undoTitle' : 'takeTitle')}</h2>
      <p>${t(undo ? 'undoMeans' : 'takeMeans', { place: placeOf(alert) })}</p>
      <label>${t('author')} <input name="author" required maxlength="200" autocomplete="name"></label>
      <label>${t('note')} <textarea name="note" required maxlength="2000" rows="3"></textarea></label>
      ${undo ? nothing : html`<label>${t('until')} <input name="until" type="date" required
        min=${today} max=${later(today, MOST)} value=${later(today, PROPOSED)}></label>`}
      ${fault(asked.fault)}
      <div class="choices">
        <button type="submit" ?disabled=${asked.sending}>${t(undo ? 'undo' : 'take')}</button>
        <button type="button" class="plain" @click=${() => element.close()}>${t('close')}</button>
      </div>
    </form>`;
  }

  return {
    template: () => html`<dialog class="act" aria-labelledby="act-title">
      ${asked ? form() : nothing}</dialog>`,

    /**
     * Opens it.
     *
     * @param today of the server, as 2024-07-01
     * @param act does it with what was filled in; a refusal is shown and what was typed stays
     */
    open(place, alert, undo, today, act) {
      asked = { alert, undo, today, act, fault: null, sending: false };
      redraw();
      element = place.querySelector('dialog.act');
      element.querySelector('form').reset();
      // Who did the last thing mostly does the next.
      element.querySelector('[name=author]').value = author;
      element.showModal();
    },
  };
}
