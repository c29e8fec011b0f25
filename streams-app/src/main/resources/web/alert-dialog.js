/** The dialog in which somebody takes care of an alert, or takes that back. */
import { place } from './alert-words.js';

const byId = (id) => document.getElementById(id);

/** Days after today that are proposed, and the most there may be. */
const PROPOSED = 3;
const MOST = 30;

let submit = null;

function showError(error) {
  byId('hop-loi').textContent = error ? error.message : '';
  byId('hop-loi').hidden = !error;
}

function later(day, days) {
  const made = new Date(`${day}T00:00:00Z`);
  made.setUTCDate(made.getUTCDate() + days);
  return made.toISOString().slice(0, 10);
}

function limitDays(until, today) {
  until.min = today;
  until.max = later(today, MOST);
  until.value = later(today, PROPOSED);
}

/**
 * Opens it.
 *
 * @param today of the server, as 2024-07-01
 * @param act does it with what was filled in; a refusal is shown and what was typed stays
 */
export function open(alert, undo, today, act) {
  const form = byId('hop-bieu');
  byId('hop-tieu-de').textContent = undo ? 'Hủy nhận xử lý' : 'Nhận xử lý cảnh báo';
  byId('hop-noi').textContent = undo
    ? `${place(alert)}: cảnh báo sẽ được nhắc và báo lên cấp trên như khi chưa ai nhận.`
    : `${place(alert)}: đến hết ngày đã chọn cảnh báo không được nhắc lại và không báo lên cấp trên.`;
  byId('hop-gui').textContent = undo ? 'Hủy nhận xử lý' : 'Nhận xử lý';
  byId('hop-den').hidden = undo;
  form.elements.until.disabled = undo;
  form.elements.note.value = '';
  limitDays(form.elements.until, today);
  submit = act;
  showError(null);
  byId('hop').showModal();
}

async function sent(event) {
  event.preventDefault();
  byId('hop-gui').disabled = true;
  try {
    await submit(Object.fromEntries(new FormData(event.target)));
    byId('hop').close();
  } catch (error) {
    showError(error);
  }
  byId('hop-gui').disabled = false;
}

export function prepare() {
  byId('hop-bieu').addEventListener('submit', sent);
  byId('hop-dong').addEventListener('click', () => byId('hop').close());
}
