import { get, post } from './api.js';
import { element } from './cells.js';
import { date, whole } from './numbers.js';
import { legalQuarter } from './period.js';

const byId = (id) => document.getElementById(id);

const STATES = { provisional: 'Tạm tính', final: 'Đã công bố', revised: 'Bản điều chỉnh' };
const DOCUMENTS = {
  report: 'Biểu báo cáo',
  late: 'Danh sách hồ sơ quá hạn',
  shortfall: 'Phụ lục đơn vị vượt mức 5%',
  summary: 'Đoạn văn báo cáo',
};
const FORMATS = ['xlsx', 'docx', 'pdf'];
const ACTS = { PREPARED: 'Lập tạm tính', PUBLISHED: 'Công bố', REVISED: 'Điều chỉnh', REFUSED: 'Bị từ chối' };

function state(head) {
  return head.version > 1 ? `${STATES[head.state]} lần ${head.version - 1}` : STATES[head.state];
}

function send(path, body) {
  return post(path, {}, 'application/json', JSON.stringify(body));
}

function showError(error) {
  byId('loi').textContent = error ? error.message : '';
  byId('loi').hidden = !error;
}

function showDone(text) {
  byId('da-xong').textContent = text;
  byId('da-xong').hidden = !text;
}

function textCell(label, content) {
  const made = element('td');
  made.dataset.nhan = label;
  made.setAttribute('role', 'cell');
  made.append(content);
  return made;
}

function line(head) {
  const row = element('tr');
  row.setAttribute('role', 'row');
  const link = element('a', '', String(head.id));
  link.href = `#${head.id}`;
  const number = textCell('Số', link);
  number.className = 'so';
  row.append(
    number,
    textCell('Phạm vi', head.scope),
    textCell('Kỳ', `${date(head.from)} đến ${date(head.to)}`),
    textCell('Tình trạng', state(head)),
    textCell('Chốt đến hết ngày', date(head.knownOn)),
    textCell('Người lập', head.author),
  );
  return row;
}

async function showList() {
  const heads = await get('/api/snapshots', {});
  byId('bao-cao').replaceChildren(...heads.map(line));
  byId('trong').hidden = heads.length > 0;
}

function list(title, items) {
  const part = element('div');
  part.append(element('h3', '', title));
  const made = element('ul');
  made.append(...items);
  part.append(made);
  return part;
}

function downloads(head) {
  return list('Tải về', Object.entries(DOCUMENTS).map(([code, name]) => {
    const item = element('li', '', `${name}: `);
    FORMATS.forEach((format, index) => {
      const link = element('a', '', format.toUpperCase());
      link.href = `/api/snapshots/${head.id}.${format}?document=${code}`;
      link.setAttribute('aria-label', `${name}, tệp ${format.toUpperCase()}`);
      item.append(index === 0 ? '' : ', ', link);
    });
    return item;
  }));
}

/** The dossiers that make a difference: what became known between the two cuts. */
function dossiersLink(head, change, after, until) {
  const link = element('a', '', 'hồ sơ');
  const query = { scope: head.scope, from: head.from, to: head.to, column: change.column, knownAfter: after, knownOn: until };
  if (change.unit) {
    query.unit = change.unit;
    if (head.by !== 'none') {
      query[head.by] = change.part;
    }
  }
  link.href = `/api/report/dossiers?${new URLSearchParams(query)}`;
  return link;
}

function changes(title, head, all, after, until) {
  return list(title, all.map((change) => {
    const where = change.unit ? `${change.unit}${change.part ? `, ${change.part}` : ''}` : 'Toàn bộ';
    const item = element('li', '', `${where}, ${change.column}: ${whole(change.was)} thành ${whole(change.is)} (`);
    item.append(dossiersLink(head, change, after, until), ')');
    return item;
  }));
}

function revisionForm(head) {
  const form = element('form');
  form.setAttribute('aria-label', 'Ra bản điều chỉnh');
  form.innerHTML = `
    <label>Vì <select name="kind">
      <option value="LATE_DATA">Số liệu về muộn</option>
      <option value="ERROR">Sai sót</option>
      <option value="METHOD">Thay đổi cách tính</option>
    </select></label>
    <label>Lý do <input name="reason" required size="40"></label>
    <label>Người điều chỉnh <input name="author" required autocomplete="name"></label>
    <button type="submit">Ra bản điều chỉnh</button>`;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await act(async () => {
      const made = await send(`/api/snapshots/${head.id}/revisions`, Object.fromEntries(new FormData(form)));
      showDone(`Đã ra bản điều chỉnh số ${made.head.id}.`);
      location.hash = made.head.id;
    });
  });
  return form;
}

async function showOne(id) {
  const place = byId('chi-tiet');
  if (!/^\d+$/.test(id)) {
    place.hidden = true;
    return;
  }
  const { head, sha256, changes: made, acts } = await get(`/api/snapshots/${id}`, {});
  const parts = [
    element('h2', '', `Báo cáo số ${head.id}: ${head.scope}, kỳ từ ${date(head.from)} đến ${date(head.to)}`),
    element('p', '', `${state(head)}. Số liệu đã biết đến hết ngày ${date(head.knownOn)}; cách tính ${head.policy}. Mã kiểm tra SHA-256: ${sha256}`),
  ];
  if (head.reason) {
    parts.push(element('p', '', `Điều chỉnh bản số ${head.revises} vì ${head.kindMeaning}: ${head.reason}.`));
  }
  parts.push(downloads(head));
  if (head.revises) {
    const before = (await get(`/api/snapshots/${head.revises}`, {})).head;
    parts.push(changes('Khác bản trước', head, made, before.knownOn, head.knownOn));
  }
  parts.push(list('Ai đã làm gì', acts.map((one) => element('li', '', `${date(one.at)} ${one.at.slice(11, 16)}: ${ACTS[one.act]}, ${one.author}`))));
  if (head.version > 0) {
    const proposal = await get(`/api/snapshots/${id}/proposal`, {});
    if (proposal.changes.length === 0) {
      parts.push(element('p', '', 'Từ khi công bố chưa có số liệu nào làm thay đổi báo cáo này.'));
    } else {
      parts.push(changes(`Đề nghị điều chỉnh: số liệu về muộn đến hết ngày ${date(proposal.knownOn)}`, head, proposal.changes, head.knownOn, proposal.knownOn), revisionForm(head));
    }
  }
  place.replaceChildren(...parts);
  place.hidden = false;
}

/** Does what was asked; a refusal is shown and what was on the page stays. */
async function act(what) {
  try {
    await what();
    await showList();
    await showOne(location.hash.slice(1));
    showError(null);
  } catch (error) {
    showError(error);
    await showList().catch(() => {});
  }
  document.body.dataset.trangThai = 'xong';
}

async function make(event) {
  event.preventDefault();
  showDone('');
  const { quarter, year, ...order } = Object.fromEntries(new FormData(event.target));
  await act(async () => {
    const made = await send('/api/snapshots', {
      ...order, period: `${year}-Q${quarter}`, calendar: 'legal', publish: event.submitter.value,
    });
    showDone(made.head.version === 0 ? `Đã lập bản tạm tính số ${made.head.id}.` : `Đã công bố báo cáo số ${made.head.id}.`);
    location.hash = made.head.id;
  });
}

async function start() {
  byId('lap').addEventListener('submit', make);
  window.addEventListener('hashchange', () => act(async () => {}));
  const today = await get('/api/ratios', {}).then((live) => live.now, () => new Date().toISOString());
  const { year, quarter } = legalQuarter(today);
  // The quarter before the running one: it is the one that is due.
  byId('lap').elements.year.value = quarter === 1 ? year - 1 : year;
  byId('lap').elements.quarter.value = quarter === 1 ? 4 : quarter - 1;
  await act(async () => {});
}

start();
