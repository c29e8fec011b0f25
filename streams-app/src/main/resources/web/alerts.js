import { get, send } from './api.js';
import { card } from './alert-card.js';
import { open, prepare } from './alert-dialog.js';
import { oneHistory, unitHistory } from './alert-history.js';
import { element } from './cells.js';
import { whole } from './numbers.js';

const byId = (id) => document.getElementById(id);

const NOTHING = {
  late: 'Không có cảnh báo nào về tỷ lệ trễ hạn',
  rewritten: 'Không có cảnh báo nào về sửa ngày hồ sơ trễ',
  silent: 'Không có cảnh báo nào về nguồn im lặng',
};

/** How often and how long an act that is on its way is looked for. */
const LOOK_AGAIN_MS = 2000;
const LOOKS = 30;

let kind = 'late';
let page = 1;
let today = '';
let looks = 0;
let timer = 0;

function showError(error) {
  byId('loi').textContent = error ? error.message : '';
  byId('loi').hidden = !error;
}

function showDone(text) {
  byId('da-xong').textContent = text;
  byId('da-xong').hidden = !text;
}

function chosen() {
  return Object.fromEntries(new FormData(byId('chon')));
}

function nothing({ scope, state }) {
  const where = scope === 'ALL' || kind === 'silent' ? '' : ` của ${scope}`;
  return state === 'all' || state === 'holding' ? `${NOTHING[kind]}${where}.` : `${NOTHING[kind]}${where} ở tình trạng này.`;
}

function showPages({ total, pageSize }) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  byId('trang').hidden = pages < 2;
  byId('trang-may').textContent = `Trang ${whole(page)} trên ${whole(pages)}, ${whole(total)} cảnh báo`;
  byId('truoc').disabled = page <= 1;
  byId('sau').disabled = page >= pages;
}

/** Where somebody was is drawn anew: there they go on. */
function focusOn(id) {
  [...document.querySelectorAll('article')].find((one) => one.dataset.ma === id)?.focus();
}

function lookAgain(waiting) {
  clearTimeout(timer);
  looks = waiting ? looks + 1 : 0;
  if (waiting && looks <= LOOKS) {
    timer = setTimeout(list, LOOK_AGAIN_MS);
  }
}

async function showList() {
  const choice = chosen();
  const found = await get('/api/alerts', { ...choice, kind, page });
  today = found.now.slice(0, 10);
  const focused = document.activeElement?.closest('article')?.dataset.ma;
  byId('canh-bao').replaceChildren(...found.alerts.map((alert) => card(alert, ask, showOne)));
  focusOn(focused);
  lookAgain(found.alerts.some((alert) => alert.waiting));
  byId('trong').textContent = found.total === 0 ? nothing(choice) : '';
  byId('trong').hidden = found.total > 0;
  showPages(found);
}

/** Shows what was asked for; after a failure nothing stands there that could pass for the answer. */
async function list() {
  try {
    await showList();
    showError(null);
  } catch (error) {
    byId('canh-bao').replaceChildren();
    byId('trong').hidden = true;
    byId('trang').hidden = true;
    showError(error);
  }
  document.body.dataset.trangThai = 'xong';
}

function ask(alert, undo) {
  open(alert, undo, today, async (body) => {
    await send(undo ? 'DELETE' : 'POST', `/api/alerts/${encodeURIComponent(alert.id)}/acknowledgement`, body);
    showDone(undo ? 'Đã gửi yêu cầu hủy xác nhận.' : 'Đã gửi xác nhận; hệ thống đang ghi nhận.');
    looks = 0;
    list().then(() => focusOn(alert.id));
  });
}

async function showHistory(make) {
  try {
    const place = byId('lich-su');
    place.replaceChildren(...await make());
    place.hidden = false;
    place.focus();
    showError(null);
  } catch (error) {
    showError(error);
  }
}

function showOne(alert) {
  return showHistory(async () => oneHistory(await get(`/api/alerts/${encodeURIComponent(alert.id)}`, {})));
}

async function showUnit(wanted) {
  const code = chosen().scope.trim();
  await showHistory(async () => {
    const found = await get(`/api/units/${encodeURIComponent(code)}/alerts`, { page: wanted });
    return unitHistory(found, showUnit);
  });
}

function select(tab) {
  kind = tab.dataset.kind;
  page = 1;
  document.querySelectorAll('[role=tab]').forEach((one) => {
    one.setAttribute('aria-selected', String(one === tab));
    one.tabIndex = one === tab ? 0 : -1;
  });
  byId('canh-bao').setAttribute('aria-labelledby', tab.id);
  byId('lich-su').hidden = true;
  return list();
}

/** Arrow keys go from tab to tab, as in every list of tabs. */
function arrows(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const tabs = [...document.querySelectorAll('[role=tab]')];
    const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
    next.focus();
    select(next);
    event.preventDefault();
  }
}

async function nameUnits() {
  const { units } = await get('/api/units', {});
  byId('don-vi').replaceChildren(...units.map((unit) => {
    const option = element('option', '', unit.name);
    option.value = unit.code;
    return option;
  }));
}

async function start() {
  const address = new URLSearchParams(location.search);
  const form = byId('chon');
  form.elements.scope.value = address.get('scope') ?? 'ALL';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    showDone('');
    page = 1;
    history.replaceState(null, '', `?${new URLSearchParams({ scope: chosen().scope })}`);
    list();
  });
  byId('lich-su-don-vi').addEventListener('click', () => showUnit(1));
  document.querySelectorAll('[role=tab]').forEach((tab) => {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', arrows);
  });
  byId('truoc').addEventListener('click', () => { page -= 1; list(); });
  byId('sau').addEventListener('click', () => { page += 1; list(); });
  prepare();
  await nameUnits().catch(() => {});
  await list();
}

start();
