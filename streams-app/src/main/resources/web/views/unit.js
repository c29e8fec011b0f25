/** Đơn vị: one unit over time, by field and procedure, its overdue and nearly due dossiers, what was told of it. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { changes, keepingFocus } from '../moved.js';
import { paced } from '../pace.js';
import { address } from '../route.js';
import { WINDOWS } from '../spans.js';
import { staleText } from '../stale.js';
import { unitTree } from '../units.js';
import unitWords from '../words/unit.js';
import sharedWords from '../words/units.js';
import { alertHistory } from './unit-alerts.js';
import { breakdown } from './unit-breakdown.js';
import { dossierList } from './unit-list.js';
import { series } from './unit-series.js';

const t = words(unitWords);
const u = words(sharedWords);

const EVERY_MS = 10000;

/** Ratios that have a day: what is open has none. */
const RATIOS = ['late', 'onTime', 'componentsDigitised', 'resultsDigitised', 'online', 'paidOnline', 'apologised'];

function chosen(parameters) {
  return {
    window: WINDOWS.includes(parameters.window) ? parameters.window : 'DAYS_30',
    ratio: RATIOS.includes(parameters.ratio) ? parameters.ratio : 'late',
    by: parameters.by === 'procedure' ? 'procedure' : 'field',
  };
}

function select(label, name, values, choice, choose) {
  return html`
    <label>${label}
      <select name=${name} @change=${(event) => choose({ [name]: event.target.value })}>
        ${values.map((value) => html`<option value=${value} .selected=${value === choice[name]}>${u(value)}</option>`)}
      </select>
    </label>`;
}

function page(state, parts, choose) {
  const { choice, live, unit, scope } = state;
  return html`
    <h1>${unit?.name ?? (scope === 'ALL' ? t('whole') : scope)}${unit ? html`<span class="of">${unit.code}</span>` : nothing}</h1>
    ${live.stale ? html`<p class="stale">${staleText(live.stale)}</p>` : nothing}
    <div class="choices" role="group" aria-label=${t('choose')}>
      ${select(t('window'), 'window', WINDOWS, choice, choose)}
      ${select(t('ratio'), 'ratio', RATIOS, choice, choose)}
    </div>
    ${parts.map((part) => part.show())}`;
}

export async function show(place, parameters, context) {
  const { scope } = context;
  const [live, tree] = await Promise.all([get('/api/ratios', { scope }), unitTree()]);
  const state = { scope, live, unit: tree.byCode.get(scope), tree, choice: chosen(parameters), today: () => state.live.now.slice(0, 10) };
  const draw = () => keepingFocus(place, () => render(page(state, parts, choose), place));
  const marks = changes(() => draw());
  const parts = [
    series(state, draw, marks, place),
    dossierList('overdue', state, draw),
    dossierList('due', state, draw),
    breakdown(state, draw, (given) => choose(given)),
    alertHistory(state, draw),
  ];
  const load = (ask) => Promise.all(parts.map(ask)).then(draw);
  function choose(given) {
    Object.assign(state.choice, given);
    history.replaceState(null, '', address('don-vi', { scope, ...state.choice }));
    draw();
    load((part) => part.choose());
  }
  const renewal = paced(() => load((part) => part.renew()), EVERY_MS);
  context.onLive((name, said) => {
    if (name === 'ratios') {
      Object.assign(state.live, said);
      draw();
    }
    renewal.ask();
  });
  draw();
  await load((part) => part.choose());
  if (parameters.list) {
    goTo(place, parameters.list);
  }
  return () => {
    renewal.stop();
    marks.stop();
    parts.forEach((part) => part.stop?.());
  };
}

/** To a list that a link asked for, when the frame has done its own going. */
function goTo(place, list) {
  setTimeout(() => {
    const head = place.querySelector(`#list-${CSS.escape(list)}`);
    head?.focus();
    head?.scrollIntoView();
  });
}
