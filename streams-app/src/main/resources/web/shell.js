/** The frame around every view: where one can go, the scope, how new the figures are, language and theme. */
import { html, nothing, render } from './lib/lit-html/lit-html.js';
import { language, setLanguage, words } from './i18n.js';
import { listen } from './live.js';
import { age } from './numbers.js';
import { address, parse } from './route.js';
import { apply, setTheme, theme, THEMES } from './theme.js';
import { unitTree } from './units.js';
import dictionary from './words/shell.js';

const VIEWS = {
  'tong-quan': () => import('./views/overview.js'),
  'don-vi': () => import('./views/unit.js'),
  'bao-cao': () => import('./views/reports.js'),
  'doi-chieu': () => import('./views/reconcile.js'),
  'canh-bao': () => import('./views/alerts.js'),
  'nguon-du-lieu': () => import('./views/sources.js'),
  'ho-so': () => import('./views/dossier.js'),
  'man-hinh': () => import('./views/wall.js'),
};

const t = words(dictionary);
const place = document.getElementById('view');

const state = {
  route: parse(location.hash),
  tree: null,
  connected: null,
  lastEventAt: null,
  // The server's clock, by which ages are told: a machine's own may be wrong.
  clockAhead: 0,
};

let stop = () => {};
let hangUp = () => {};
let listeners = [];
let heardScope = null;
let turn = 0;

function scope() {
  return state.route.parameters.scope ?? 'ALL';
}

/** Goes to a view; the scope stays unless another is given. */
function go(view, parameters = {}) {
  location.hash = address(view, { scope: scope(), ...parameters });
}

function newest() {
  if (state.lastEventAt === null) {
    return state.connected ? t('noEvent') : '';
  }
  return t('newest', { age: age(Date.parse(state.lastEventAt), Date.now() + state.clockAhead) });
}

function connection() {
  const now = state.connected === null ? 'connecting' : (state.connected ? 'live' : 'lost');
  return html`<span class="connection ${now}">${t(now)}</span>`;
}

function link(view) {
  const here = state.route.view === view;
  return html`<li><a href=${address(view, { scope: scope() })} aria-current=${here ? 'page' : nothing}>${t(view)}</a></li>`;
}

function scopes() {
  const units = state.tree?.list ?? [];
  const known = scope() === 'ALL' || units.some((unit) => unit.code === scope());
  return html`
    <label class="scope">${t('scope')}
      <select @change=${(event) => go(state.route.view, { ...parse(location.hash).parameters, scope: event.target.value })}>
        <option value="ALL" .selected=${scope() === 'ALL'}>${t('all')}</option>
        ${known ? nothing : html`<option value=${scope()} .selected=${true}>${scope()}</option>`}
        ${units.map((unit) => html`<option value=${unit.code} .selected=${unit.code === scope()}>${'\u2003'.repeat(unit.depth)}${unit.name}</option>`)}
      </select>
    </label>`;
}

function frame() {
  return html`
    <a class="skip" href="#view" @click=${toContent}>${t('skip')}</a>
    <header class="bar">
      <p class="brand"><a href=${address('tong-quan', { scope: scope() })}>${t('name')}</a></p>
      <nav aria-label=${t('views')}><ul>${Object.keys(VIEWS).map(link)}<li><a href="guide/index.html">${t('guide')}</a></li></ul></nav>
      <p class="freshness" data-last-event=${state.lastEventAt ?? nothing}>${newest()} ${connection()}</p>
      <div class="tools">
        ${scopes()}
        <label class="theme">${t('theme')}
          <select @change=${(event) => setTheme(event.target.value)}>
            ${THEMES.map((one) => html`<option value=${one} .selected=${one === theme()}>${t(one)}</option>`)}
          </select>
        </label>
        <button type="button" class="plain" lang=${language() === 'vi' ? 'en' : 'vi'} @click=${switchLanguage}>${t('language')}</button>
      </div>
    </header>`;
}

function drawFrame() {
  render(frame(), document.getElementById('frame'));
}

function toContent(event) {
  event.preventDefault();
  place.focus();
}

function switchLanguage() {
  setLanguage(language() === 'vi' ? 'en' : 'vi');
  show(false);
}

function say(text) {
  document.getElementById('announcement').textContent = text;
}

/** What the stream tells goes to the frame first and then to whoever shows something. */
function heard(name, said) {
  if (said.now) {
    state.clockAhead = Date.parse(said.now) - Date.now();
  }
  if (name === 'ratios') {
    state.lastEventAt = said.lastEventAt;
    drawFrame();
  }
  listeners.forEach((listener) => listener(name, said));
}

function hear() {
  if (heardScope === scope()) {
    return;
  }
  hangUp();
  heardScope = scope();
  hangUp = listen(heardScope, heard, (connected) => {
    state.connected = connected;
    drawFrame();
  });
}

/** What a view may use of the frame. */
function context() {
  return {
    scope: scope(),
    tree: () => state.tree,
    go,
    say,
    now: () => Date.now() + state.clockAhead,
    /** @param listener called with the name of an event and what it says, while the view stands */
    onLive: (listener) => listeners.push(listener),
    title: (text) => { document.title = `${text} · ${t('name')}`; },
  };
}

/** @param moved whether one came from another view: then reading goes on at its head */
async function show(moved) {
  const mine = turn += 1;
  stop();
  stop = () => {};
  listeners = [];
  state.route = parse(location.hash);
  document.body.dataset.state = 'loading';
  document.body.dataset.view = state.route.view;
  drawFrame();
  hear();
  const stage = document.createElement('div');
  place.replaceChildren(stage);
  const load = VIEWS[state.route.view];
  try {
    if (!load) {
      throw new Error(t('unknown'));
    }
    const view = await load();
    if (mine === turn) {
      document.title = `${t(state.route.view)} · ${t('name')}`;
      const end = await view.show(stage, state.route.parameters, context()) ?? (() => {});
      if (mine === turn) {
        stop = end;
      } else {
        end();
      }
    }
  } catch (error) {
    if (mine === turn) {
      console.error(error);
      render(html`<p class="fault" role="alert">${t('failed', { reason: error.message })}</p>`, stage);
    }
  }
  if (mine === turn) {
    document.body.dataset.state = 'ready';
    if (moved) {
      place.focus();
      window.scrollTo(0, 0);
    }
  }
}

window.addEventListener('hashchange', () => show(parse(location.hash).view !== state.route.view));
apply();
unitTree().then((tree) => {
  state.tree = tree;
  drawFrame();
}, () => {});
setInterval(drawFrame, 1000);
show(false);
