/** A part of the view of a unit that asks for its own figures: what fails in it leaves the others standing. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { words } from '../i18n.js';
import dictionary from '../words/unit.js';

const t = words(dictionary);

/**
 * Asks, and keeps what was there when it fails; of several askings the last one counts.
 *
 * @param ask gives the answer
 * @return {ask(), answer, fault, note()}
 */
export function asking(ask) {
  let turn = 0;
  const part = {
    answer: null,
    fault: null,
    async ask() {
      const mine = turn += 1;
      try {
        const answer = await ask();
        if (mine === turn) {
          part.answer = answer;
          part.fault = null;
        }
      } catch (fault) {
        if (mine === turn) {
          part.fault = fault;
        }
      }
    },
    /** What to say instead of figures or above them. */
    note() {
      if (part.fault) {
        return html`<p class="fault">${t('failed', { reason: part.fault.message })}</p>`;
      }
      return part.answer === null ? html`<p class="note">${t('loading')}</p>` : nothing;
    },
  };
  return part;
}
