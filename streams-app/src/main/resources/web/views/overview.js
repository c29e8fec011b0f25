/** Tổng quan: how the chosen scope stands today, and its units from the latest to the most punctual. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { changes, keepingFocus } from '../moved.js';
import { paced } from '../pace.js';
import { staleText } from '../stale.js';
import dictionary from '../words/overview.js';
import { ranking } from './ranking.js';
import { tiles } from './tiles.js';

const t = words(dictionary);

/** The units are asked for again at most so often; the figures above come with the event itself. */
const UNITS_EVERY_MS = 5000;

/** What an event brings of the overview. */
const LIVE = ['now', 'lastEventAt', 'asOf', 'stale', 'today', 'open', 'windows'];

function page(state, marks, redraw) {
  const { overview } = state;
  return html`
    <h1>${t('title')}<span class="of">${overview.scope === 'ALL' ? t('whole') : overview.name}</span></h1>
    ${overview.stale ? html`<p class="stale">${staleText(overview.stale)}</p>` : nothing}
    ${tiles(overview, marks)}
    ${state.fault ? html`<p class="fault">${t('behind', { reason: state.fault.message })}</p>` : nothing}
    ${ranking(overview, marks, state.all, () => {
      state.all = true;
      redraw();
    })}`;
}

export async function show(place, parameters, context) {
  const state = { overview: await get('/api/overview', { scope: context.scope }), fault: null, all: false };
  const draw = () => keepingFocus(place, () => render(page(state, marks, draw), place));
  const marks = changes(() => draw());
  const renewal = paced(async () => {
    try {
      state.overview = await get('/api/overview', { scope: context.scope });
      state.fault = null;
    } catch (fault) {
      state.fault = fault;
    }
    draw();
  }, UNITS_EVERY_MS);
  context.onLive((name, said) => {
    if (name === 'ratios') {
      LIVE.filter((part) => part in said).forEach((part) => { state.overview[part] = said[part]; });
      draw();
    }
    if (name === 'alerts') {
      context.say(t('alertTold', { unit: context.tree()?.name(said.unit) ?? said.unit }));
    }
    renewal.ask();
  });
  draw();
  return () => {
    renewal.stop();
    marks.stop();
  };
}
