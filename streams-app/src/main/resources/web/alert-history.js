/** What was told of an alert or a unit, and who did what. */
import { REASONS, SEVERITIES, STEPS, place, time } from './alert-words.js';
import { element } from './cells.js';
import { date, percent, whole } from './numbers.js';

const ONE_SHOT = 'late-rewritten';

function cell(label, content, className) {
  const made = element('td', className ?? '', content);
  made.dataset.nhan = label;
  made.setAttribute('role', 'cell');
  return made;
}

function happened(step) {
  const words = step.rule === ONE_SHOT ? 'Sửa ngày hồ sơ trễ' : STEPS[step.kind];
  const more = step.reason ? REASONS[step.reason] : step.until ? `đến ${time(step.until)}` : '';
  return more ? `${words}: ${more}` : words;
}

function cause(step) {
  if (step.act) {
    return `${step.act.author}: ${step.act.note}`;
  }
  if (step.dossier) {
    return `hồ sơ ${step.dossier}`;
  }
  if (step.cause === 'CLOCK') {
    return 'thời gian trôi qua';
  }
  return step.cause.startsWith('ACT:') ? 'người dùng, không rõ ai' : `sự kiện ${step.cause}`;
}

/** A step without figures has none, not 0. */
function rate(step) {
  return step.dated > 0
    ? `${percent({ numerator: step.late, denominator: step.dated })} (${whole(step.late)} / ${whole(step.dated)})`
    : '–';
}

function row(step, withWindow) {
  const made = element('tr');
  made.setAttribute('role', 'row');
  made.append(cell('Lúc', time(step.at)));
  if (withWindow) {
    made.append(cell('Kỳ từ', date(step.from)));
  }
  made.append(
    cell('Việc', happened(step)),
    cell('Mức', step.severity ? SEVERITIES[step.severity] : '–'),
    cell('Tỷ lệ trễ hạn', rate(step), 'so'),
    cell('Vì', cause(step)),
  );
  return made;
}

function table(caption, steps, withWindow) {
  const made = element('table');
  made.setAttribute('role', 'table');
  const head = element('thead');
  head.setAttribute('role', 'rowgroup');
  const names = element('tr');
  names.setAttribute('role', 'row');
  names.append(...['Lúc', ...(withWindow ? ['Kỳ từ'] : []), 'Việc', 'Mức', 'Tỷ lệ trễ hạn', 'Vì'].map((name) => {
    const column = element('th', name === 'Tỷ lệ trễ hạn' ? 'so' : '', name);
    column.scope = 'col';
    column.setAttribute('role', 'columnheader');
    return column;
  }));
  head.append(names);
  const body = element('tbody');
  body.setAttribute('role', 'rowgroup');
  body.append(...steps.map((step) => row(step, withWindow)));
  made.append(element('caption', '', caption), head, body);
  return made;
}

function title(text) {
  const made = element('h2', '', text);
  made.id = 'lich-su-tieu-de';
  return made;
}

/** All steps of one alert, the first first. */
export function oneHistory(alert) {
  return [title(`Lịch sử cảnh báo: ${place(alert)}`), table(`Từ ngày ${date(alert.from)}, việc đầu tiên trước`, alert.history, false)];
}

function turn(text, page, show) {
  const made = element('button', 'phu', text);
  made.type = 'button';
  made.addEventListener('click', () => show(page));
  return made;
}

/** A page of everything told of a unit, the latest first. */
export function unitHistory(found, show) {
  const name = found.name ? `${found.name} (${found.scope})` : found.scope;
  const parts = [title(`Lịch sử cảnh báo của ${found.scope === 'ALL' ? 'toàn bộ' : name}`)];
  if (found.total === 0) {
    return [...parts, element('p', '', 'Chưa có cảnh báo nào cho riêng đơn vị này.')];
  }
  parts.push(table(`${whole(found.total)} việc, mới nhất trước`, found.history, true));
  const pages = element('div', 'nhom');
  if (found.page > 1) {
    pages.append(turn('Mới hơn', found.page - 1, show));
  }
  if (found.page * found.pageSize < found.total) {
    pages.append(turn('Cũ hơn', found.page + 1, show));
  }
  return [...parts, pages];
}
