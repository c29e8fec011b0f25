/** "Cảnh báo": what holds, how sure it is, who takes care, and what was told. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { get, send } from '../api.js';
import { words } from '../i18n.js';
import { whole } from '../numbers.js';
import { address } from '../route.js';
import { fault } from '../said.js';
import dictionary from '../words/alerts.js';
import { card } from './alerts/card.js';
import { actDialog } from './alerts/dialog.js';
import { oneHistory, unitHistory } from './alerts/history.js';

const t = words(dictionary);
const KINDS = ['late', 'rewritten', 'silent'];
const NOTHING = { late: 'noLate', rewritten: 'noRewritten', silent: 'noSilent' };
const STATES = { holding: 'holding', raised: 'raised', acknowledged: 'acknowledged', frozen: 'frozen', cleared: 'cleared', all: 'everyState' };

/** How often and how long an act that is on its way is looked for. */
const LOOK_AGAIN_MS = 2000;
const LOOKS = 30;

export async function show(place, parameters, context) {
  const at = {
    kind: KINDS.includes(parameters.kind) ? parameters.kind : 'late',
    state: parameters.state in STATES ? parameters.state : 'holding',
    page: 1,
    found: null,
    history: null,
    fault: null,
    done: '',
  };
  let looks = 0;
  let timer;
  let asked = 0;
  const dialog = actDialog(() => draw());
  const acts = { ask, history: (alert) => showHistory(async () => oneHistory(await get(`/api/alerts/${encodeURIComponent(alert.id)}`))) };

  function draw() {
    render(page(), place);
  }

  function lookAgain(waiting) {
    clearTimeout(timer);
    looks = waiting ? looks + 1 : 0;
    if (waiting && looks <= LOOKS) {
      timer = setTimeout(list, LOOK_AGAIN_MS);
    }
  }

  /** Shows what was asked for last; after a failure nothing stands there that could pass for the answer. */
  async function list() {
    const mine = asked += 1;
    try {
      const found = await get('/api/alerts', { scope: context.scope, state: at.state, kind: at.kind, page: at.page });
      if (mine !== asked) {
        return;
      }
      Object.assign(at, { found, fault: null });
      lookAgain(found.alerts.some((alert) => alert.waiting));
    } catch (error) {
      if (mine !== asked) {
        return;
      }
      Object.assign(at, { found: null, fault: error });
    }
    draw();
  }

  function ask(alert, undo) {
    dialog.open(place, alert, undo, at.found.now.slice(0, 10), async (body) => {
      await send(undo ? 'DELETE' : 'POST', `/api/alerts/${encodeURIComponent(alert.id)}/acknowledgement`, body);
      at.done = t(undo ? 'undone' : 'taken');
      looks = 0;
      await list();
    });
  }

  async function showHistory(make) {
    try {
      Object.assign(at, { history: await make(), fault: null });
      draw();
      place.querySelector('.alert-history').focus();
    } catch (error) {
      at.fault = error;
      draw();
    }
  }

  function showUnit(page) {
    return showHistory(async () => unitHistory(await get(`/api/units/${encodeURIComponent(context.scope)}/alerts`, { page }), showUnit));
  }

  function choose(changes) {
    Object.assign(at, { page: 1, history: null, done: '' }, changes);
    history.replaceState(null, '', address('canh-bao', { scope: context.scope, kind: at.kind === 'late' ? '' : at.kind, state: at.state === 'holding' ? '' : at.state }));
    draw();
    return list();
  }

  /** Arrow keys go from tab to tab, as in every list of tabs. */
  function arrows(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose({ kind: KINDS[(KINDS.indexOf(at.kind) + step + KINDS.length) % KINDS.length] });
      place.querySelector(`#tab-${at.kind}`).focus();
    }
  }

  function tab(kind) {
    const chosen = kind === at.kind;
    return html`<button type="button" role="tab" id=${`tab-${kind}`} aria-controls="alerts" aria-selected=${String(chosen)}
      tabindex=${chosen ? 0 : -1} @click=${() => choose({ kind })} @keydown=${arrows}>${t(kind)}</button>`;
  }

  function none() {
    const where = context.scope === 'ALL' || at.kind === 'silent' ? '' : t('ofScope', { scope: context.scope });
    const state = at.state === 'all' || at.state === 'holding' ? '' : t('inState');
    return html`<p class="empty">${t(NOTHING[at.kind], { where: where + state })}</p>`;
  }

  function pages({ total, pageSize }) {
    const most = Math.ceil(total / pageSize);
    const turn = (page) => { at.page = page; list(); };
    return most < 2 ? nothing : html`<nav class="choices pages" aria-label=${t('pages')}>
      <button type="button" class="plain" ?disabled=${at.page <= 1} @click=${() => turn(at.page - 1)}>${t('before')}</button>
      <span>${t('pageOf', { page: whole(at.page), pages: whole(most), total: whole(total) })}</span>
      <button type="button" class="plain" ?disabled=${at.page >= most} @click=${() => turn(at.page + 1)}>${t('after')}</button>
    </nav>`;
  }

  function page() {
    return html`<h1>${t('title')}</h1>
      <div class="choices" role="group" aria-label=${t('choose')}>
        <label>${t('state')}
          <select id="alert-state" @change=${(event) => choose({ state: event.target.value })}>${Object.entries(STATES).map(([state, word]) => html`
            <option value=${state} .selected=${state === at.state}>${t(word)}</option>`)}</select>
        </label>
        <button type="button" class="plain" id="unit-history" @click=${() => showUnit(1)}>${t('unitHistory')}</button>
      </div>
      <div class="tabs" role="tablist" aria-label=${t('kinds')}>${KINDS.map(tab)}</div>
      ${fault(at.fault)}
      <p class="done" role="status" ?hidden=${!at.done}>${at.done}</p>
      <section id="alerts" role="tabpanel" aria-labelledby=${`tab-${at.kind}`} tabindex="0">
        ${at.found ? repeat(at.found.alerts, (alert) => alert.id, (alert) => card(alert, acts)) : nothing}
        ${at.found?.total === 0 ? none() : nothing}
      </section>
      ${at.found ? pages(at.found) : nothing}
      <section class="alert-history" tabindex="-1" ?hidden=${!at.history}>${at.history ?? nothing}</section>
      ${dialog.template()}`;
  }

  context.onLive((name) => {
    if (name === 'alerts' || name === 'sources') {
      list();
    }
  });
  await list();
  return () => {
    asked += 1;
    clearTimeout(timer);
  };
}
