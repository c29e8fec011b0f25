/** "Đối chiếu báo cáo in": figures of a printed report, from a file or typed, beside the ledger. */
import { get, post } from './api.js';
import { element, head } from './cells.js';
import { date, whole } from './numbers.js';
import { chosen } from './period.js';

const FIRST_ROWS = 5;
const byId = (id) => document.getElementById(id);
let metrics = [];
let rows = 0;

function option(value, text) {
  const made = element('option', '', text);
  made.value = value;
  return made;
}

/** One figure to type: which, and what is printed. */
function addRow() {
  rows += 1;
  const metric = element('select');
  metric.setAttribute('aria-label', `Chỉ tiêu, dòng ${rows}`);
  metric.append(option('', '(chọn chỉ tiêu)'), ...metrics.map((one) => option(one.metric, one.name)));
  const printed = element('input');
  printed.setAttribute('aria-label', `Con số in, dòng ${rows}`);
  printed.inputMode = 'decimal';
  printed.autocomplete = 'off';
  const line = element('div', 'dong-go');
  line.append(metric, printed);
  byId('so-go').append(line);
  return metric;
}

/** Rows that say anything; a half one is sent too, so that the server says what is missing. */
function typed() {
  return [...byId('so-go').children]
    .map((line) => ({ metric: line.children[0].value, printed: line.children[1].value.trim() }))
    .filter((one) => one.metric || one.printed);
}

function given(parameters) {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value));
}

async function asked() {
  const place = given({ scope: byId('dc-pham-vi').value.trim(), printedOn: byId('dc-ngay-in').value });
  if (byId('dc-cach').value === 'file') {
    const file = byId('dc-tep').files[0];
    return post('/api/reconciliations', place, 'text/csv', file);
  }
  const { form, ...period } = chosen();
  const body = JSON.stringify({ ...period, ...place, figures: typed() });
  return post('/api/reconciliations', {}, 'application/json', body);
}

function words(label, ...parts) {
  const made = element('td');
  made.dataset.nhan = label;
  made.setAttribute('role', 'cell');
  const holder = element('span');
  holder.append(...parts);
  made.append(holder);
  return made;
}

async function showDossiers(list, link, page) {
  const url = new URL(link, location.origin);
  url.searchParams.set('page', page);
  list.querySelector('button')?.remove();
  try {
    const found = await get(url.pathname, url.searchParams);
    const items = found.rows.map((row) => {
      const item = element('li');
      const to = element('a', '', row.dossierId);
      to.href = `/api/dossiers/${encodeURIComponent(row.dossierId)}?${new URLSearchParams({ source: row.source })}`;
      item.append(to, ` (${row.unit}${row.count === 1 ? '' : `, tính ${whole(row.count)}`})`);
      return item;
    });
    list.append(...items);
    if (found.dossiers > page * found.pageSize) {
      const more = element('button', '', `Xem tiếp (còn ${whole(found.dossiers - page * found.pageSize)})`);
      more.type = 'button';
      more.addEventListener('click', () => showDossiers(list, link, page + 1));
      list.append(more);
    }
    if (found.dossiers === 0) {
      list.append(element('li', 'khong', 'không có hồ sơ nào'));
    }
  } catch (error) {
    list.append(element('li', 'khong', error.message));
  }
}

/** The dossiers behind a figure of the ledger, asked for when opened. */
function dossiers(title, link) {
  const made = element('details', 'ho-so');
  const list = element('ul');
  made.append(element('summary', '', title), list);
  made.addEventListener('toggle', () => showDossiers(list, link, 1), { once: true });
  return made;
}

function cells(list) {
  return list.map((one) => dossiers(`Hồ sơ ${one.name}: ${whole(one.figure)}`, one.dossiers));
}

function table(title, names, lines) {
  const made = element('table');
  made.setAttribute('role', 'table');
  const top = element('tr');
  top.setAttribute('role', 'row');
  top.append(...names.map((name) => {
    const cell = element('th', '', name);
    cell.scope = 'col';
    cell.setAttribute('role', 'columnheader');
    return cell;
  }));
  const heads = element('thead');
  heads.setAttribute('role', 'rowgroup');
  heads.append(top);
  const body = element('tbody');
  body.setAttribute('role', 'rowgroup');
  body.append(...lines.map((parts) => {
    const row = element('tr');
    row.setAttribute('role', 'row');
    row.append(...parts);
    return row;
  }));
  made.append(element('caption', '', `${title} (${lines.length})`), heads, body);
  return made;
}

function sums(list) {
  return table('Sai tổng', ['Con số', 'In', 'Vì sao'], list.map((one) => [
    head(one.figure.name, ''), words('In', one.figure.printed), words('Vì sao', one.says, ...cells(one.ledger))]));
}

function percentages(list) {
  return table('Tỷ lệ không thể có', ['Con số', 'In', 'Vì sao', 'Gần nhất có thể có'], list.map((one) => [
    head(one.figure.name, ''), words('In', one.figure.printed), words('Vì sao', one.says),
    words('Gần nhất có thể có', one.nearest
      .map((share) => `${whole(share.numerator)}/${whole(share.denominator)} = ${share.prints}`).join('; ') || '–')]));
}

function differences(list) {
  return table('Khác sổ cái', ['Con số', 'In', 'Sổ cái', 'Hồ sơ'], list.map((one) => [
    head(one.figure.name, ''), words('In', one.figure.printed), words('Sổ cái', one.ledger),
    words('Hồ sơ', one.says, ...cells(one.cells), ...one.learned
      .map((part) => dossiers(`Biết sau ngày in, ${part.name}: ${whole(part.count)} hồ sơ`, part.dossiers)))]));
}

function statement(publication, one) {
  const made = element('section', 'dot-in');
  made.append(element('h3', '', `${publication}, ${one.levelName}, từ ${date(one.from)} đến ${date(one.to)}${one.scope ? ` (${one.scope})` : ''}`));
  if (one.note) {
    made.append(element('p', 'chu-thich', one.note));
  }
  const groups = [[one.sums, sums], [one.percentages, percentages], [one.differences, differences]];
  made.append(...groups.filter(([list]) => list.length > 0).map(([list, show]) => show(list)));
  if (one.remarks.length > 0) {
    const remarks = element('ul', 'chu-thich');
    remarks.append(...one.remarks.map((remark) => element('li', '', `${remark.figure.name} (${remark.figure.printed}): ${remark.says}.`)));
    made.append(remarks);
  }
  if (made.children.length === 1) {
    made.append(element('p', 'chu-thich', 'Không có gì sai.'));
  }
  return made;
}

function show({ summary, publications }) {
  byId('dc-tom-tat').textContent = `${summary.agrees ? 'Khớp.' : 'Không khớp.'} Đã đọc ${whole(summary.figures)} con số: sai tổng ${whole(summary.sums)}, tỷ lệ không thể có ${whole(summary.percentages)}, khác sổ cái ${whole(summary.differences)}, chưa đối chiếu với sổ cái ${whole(summary.notCompared)}.`;
  byId('dc-ket-qua').replaceChildren(...publications
    .flatMap((one) => one.statements.map((part) => statement(one.publication, part))));
}

function showFaults(error) {
  const faults = (error?.faults ?? []).map((fault) => element('li', '', `Dòng ${fault.line}${fault.column ? `, cột ${fault.column}` : ''}: ${fault.reason}.`));
  const list = element('ul');
  list.append(...faults);
  byId('dc-loi').replaceChildren(...(error ? [faults.length > 0 ? `Có ${faults.length} chỗ sai, chưa đối chiếu gì:` : error.message, list] : []));
  byId('dc-loi').hidden = !error;
}

function showWay() {
  const file = byId('dc-cach').value === 'file';
  byId('dc-bang-tep').hidden = !file;
  byId('dc-bang-go').hidden = file;
  byId('dc-tep').required = file;
  byId('dc-pham-vi').required = !file;
}

/** Once: what can be typed, and which units there are. */
async function open() {
  try {
    const [known, units] = await Promise.all([get('/api/reconciliations/metrics', {}), get('/api/units', {})]);
    metrics = known;
    byId('dc-don-vi').replaceChildren(option('ALL', 'Toàn bộ'), ...units.units.map((unit) => option(unit.code, unit.name)));
    for (let i = 0; i < FIRST_ROWS; i += 1) {
      addRow();
    }
    byId('doi-chieu').dataset.trangThai = 'xong';
  } catch (error) {
    showFaults(error);
  }
}

export function startReconciling() {
  byId('doi-chieu').addEventListener('toggle', open, { once: true });
  byId('dc-cach').addEventListener('change', showWay);
  byId('dc-them').addEventListener('click', () => addRow().focus());
  byId('dc').addEventListener('submit', async (event) => {
    event.preventDefault();
    byId('dc-nut').disabled = true;
    byId('dc-ket-qua').replaceChildren();
    byId('dc-tom-tat').textContent = 'Đang đối chiếu…';
    try {
      show(await asked());
      showFaults(null);
    } catch (error) {
      byId('dc-tom-tat').textContent = '';
      showFaults(error);
    }
    byId('dc-nut').disabled = false;
  });
  showWay();
}
