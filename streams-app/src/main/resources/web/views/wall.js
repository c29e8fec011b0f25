/** Màn hình lớn: the same figures for a room to read from afar, its units a page at a time. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { changes, keepingFocus } from '../moved.js';
import { paced } from '../pace.js';
import { staleText } from '../stale.js';
import dictionary from '../words/wall.js';
import { wallAlerts, wallFigures, wallUnits } from './wall-parts.js';

const t = words(dictionary);

const EVERY_MS = 5000;
const TURN_MS = 15000;
/** As many as fit on a screen of 16:9 when names take two lines. */
const ROWS = 7;
const LIVE = ['now', 'lastEventAt', 'asOf', 'stale', 'today', 'open', 'windows'];

async function ask(scope) {
  const [overview, alerts] = await Promise.all([get('/api/overview', { scope }), get('/api/alerts', { scope, state: 'holding' })]);
  return { overview, alerts };
}

function pagesOf(state) {
  return Math.max(1, Math.ceil(state.overview.units.length / ROWS));
}

function controls(state, acts) {
  const pages = pagesOf(state);
  return html`
    <div class="wall-controls">
      ${pages === 1 ? nothing : html`
        <button type="button" class="plain" aria-label=${t('before')} @click=${acts.before}>←</button>
        <span class="wall-page">${t('page', { page: state.page + 1, pages })}</span>
        <button type="button" class="plain" aria-label=${t('after')} @click=${acts.after}>→</button>
        <button type="button" class="plain" data-act="pause" @click=${acts.pause}>${t(state.turning ? 'pause' : 'resume')}</button>`}
      ${document.fullscreenEnabled ? html`<button type="button" class="plain" data-act="full" @click=${acts.full}>${t(document.fullscreenElement ? 'smaller' : 'fullScreen')}</button>` : nothing}
      <button type="button" class="plain" data-act="leave" @click=${acts.leave}>${t('leave')}</button>
      <span class="note wall-keys">${t(pages === 1 ? 'fewKeys' : 'keys')}</span>
    </div>`;
}

function page(state, marks, acts) {
  const { overview, alerts } = state;
  const first = state.page * ROWS;
  return html`
    <div class="wall">
      <h1>${overview.scope === 'ALL' ? t('whole') : overview.name}</h1>
      ${overview.stale ? html`<p class="stale">${staleText(overview.stale)}</p>` : nothing}
      ${state.fault ? html`<p class="fault">${t('behind', { reason: state.fault.message })}</p>` : nothing}
      ${wallFigures(overview, marks)}
      <div class="wall-lower">
        ${wallUnits(overview, overview.units.slice(first, first + ROWS), first, marks)}
        ${wallAlerts(alerts, overview.limit)}
      </div>
      ${controls(state, acts)}
    </div>`;
}

/** What keys do; a key that a control of its own has use for is left to it. */
function keys(acts) {
  const act = { ArrowLeft: acts.before, ArrowRight: acts.after, ' ': acts.pause, p: acts.pause, f: acts.full, Escape: acts.leave };
  return (event) => {
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.altKey || event.metaKey || !act[name] || (name === ' ' && event.target.closest('button, a, select'))) {
      return;
    }
    event.preventDefault();
    act[name]();
  };
}

/** Turns the page by itself, but not for those who asked for less motion, until they say so. */
function turner(state, draw) {
  let timer = null;
  const turn = (by) => {
    state.page = (state.page + by + pagesOf(state)) % pagesOf(state);
    draw();
  };
  const set = (turning) => {
    clearInterval(timer);
    state.turning = turning;
    timer = turning ? setInterval(() => turn(1), TURN_MS) : null;
  };
  const by = (pages) => {
    set(state.turning);
    turn(pages);
  };
  return {
    start: () => set(!matchMedia('(prefers-reduced-motion: reduce)').matches),
    before: () => by(-1),
    after: () => by(1),
    pause: () => {
      set(!state.turning);
      draw();
    },
    stop: () => clearInterval(timer),
  };
}

export async function show(place, parameters, context) {
  const state = { ...await ask(context.scope), fault: null, page: 0, turning: false };
  const draw = () => keepingFocus(place, () => render(page(state, marks, acts), place));
  const marks = changes(() => draw());
  const pages = turner(state, draw);
  const acts = {
    before: pages.before,
    after: pages.after,
    pause: pages.pause,
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {}),
    leave: () => context.go('tong-quan'),
  };
  const renewal = paced(async () => {
    try {
      Object.assign(state, await ask(context.scope), { fault: null });
      state.page = Math.min(state.page, pagesOf(state) - 1);
    } catch (fault) {
      state.fault = fault;
    }
    draw();
  }, EVERY_MS);
  context.onLive((name, said) => {
    if (name === 'ratios') {
      LIVE.filter((part) => part in said).forEach((part) => { state.overview[part] = said[part]; });
      draw();
    }
    renewal.ask();
  });
  const pressed = keys(acts);
  pages.start();
  draw();
  window.addEventListener('keydown', pressed);
  document.addEventListener('fullscreenchange', draw);
  return () => {
    window.removeEventListener('keydown', pressed);
    document.removeEventListener('fullscreenchange', draw);
    pages.stop();
    renewal.stop();
    marks.stop();
  };
}
