import { get } from './api.js';
import { showForm } from './form.js';
import { age, date } from './numbers.js';
import { chosen, fill, show } from './period.js';
import { staleText, staleUnits } from './stale.js';
import { startReconciling } from './reconcile.js';
import { showReport } from './table.js';

const REFRESH_MS = 15000;
const byId = (id) => document.getElementById(id);

function showNewest(live) {
  byId('moi-nhat').textContent = live.lastEventAt
    ? `Sự kiện mới nhất: ${age(live.lastEventAt, live.now)} (${live.lastEventAt.slice(11, 16)} ngày ${date(live.lastEventAt)})`
    : 'Chưa có sự kiện nào.';
}

function showError(error) {
  byId('loi').textContent = error ? error.message : '';
  byId('loi').hidden = !error;
}

/** A period that is over lacks nothing that a source says today. */
function showStale(stale, report) {
  const shown = stale && report.to >= report.now.slice(0, 10);
  byId('so-lieu-cu').textContent = shown ? staleText(stale) : '';
  byId('so-lieu-cu').hidden = !shown;
  return shown ? staleUnits(stale) : new Map();
}

/**
 * Shows a report in the form it was asked in, or in detail.
 *
 * @param stale of the live figures; null when nothing is
 */
function showChosen(report, stale) {
  const units = showStale(stale, report);
  const inForm = 'form' in report;
  if (inForm) {
    showForm(report);
  } else {
    showReport(report, units);
  }
  const empty = report.rows.length === 0;
  byId('trong').hidden = !empty;
  byId('chi-tiet').hidden = empty || inForm;
  byId('cach-doc').hidden = inForm;
  byId('bieu').hidden = empty || !inForm;
  byId('ghi-chu').hidden = !inForm;
  byId('tam-tinh').hidden = report.to < report.now.slice(0, 10);
}

/** Draws the chosen period; what was shown stays when the server refuses. */
async function draw() {
  try {
    const live = await get('/api/ratios', {});
    showNewest(live);
    showChosen(await get('/api/report', chosen()), live.stale);
    showError(null);
  } catch (error) {
    showError(error);
  }
  document.body.dataset.trangThai = 'xong';
}

async function start() {
  startReconciling();
  byId('loai').addEventListener('change', show);
  byId('ky').addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?${new URLSearchParams(chosen())}`);
    draw();
  });
  let today = new Date().toISOString();
  try {
    today = (await get('/api/ratios', {})).now;
  } catch (error) {
    showError(error);
  }
  fill(new URLSearchParams(location.search), today);
  await draw();
  setInterval(() => {
    if (!document.hidden) {
      draw();
    }
  }, REFRESH_MS);
}

start();
