import { cell, element, head } from './cells.js';
import { date, whole } from './numbers.js';

const byId = (id) => document.getElementById(id);

/** The ledger's columns, where a printed figure says what it is the sum of. */
const PARTS = {
  carriedOver: 'từ kỳ trước',
  received: 'tiếp nhận trong kỳ',
  receivedOnline: 'trực tuyến',
  receivedDirect: 'trực tiếp',
  receivedPostal: 'bưu chính',
  transferredIn: 'chuyển đến',
  transferredOut: 'chuyển đi',
  closedEarly: 'trước hạn',
  closedOnTime: 'đúng hạn',
  closedLate: 'quá hạn',
  closedUndated: 'không có hẹn trả',
  refused: 'từ chối',
  withdrawn: 'rút hồ sơ',
  openInTime: 'trong hạn',
  openOverdue: 'quá hạn',
  openUndated: 'không có hẹn trả',
  suspended: 'tạm dừng',
};

function parts({ of, less }, figures) {
  const part = (code) => `${PARTS[code]} ${whole(figures[code])}`;
  return [of.map(part).join(' + '), ...less.map(part)].join(' - ');
}

function title(className, text, span) {
  const made = element('th', className, text);
  made.setAttribute('role', 'columnheader');
  Object.assign(made, { scope: 'col' }, span);
  return made;
}

function headLine(...titles) {
  const row = element('tr');
  row.setAttribute('role', 'row');
  row.append(...titles);
  return row;
}

/** Columns of one group are neighbours. */
function startsGroup(columns, index) {
  return index === 0 || columns[index - 1].group !== columns[index].group;
}

function heads(columns) {
  const groups = columns
    .filter((_, index) => startsGroup(columns, index))
    .map(({ group }) => title('nhom-cot', group, { scope: 'colgroup', colSpan: columns.filter((column) => column.group === group).length }));
  const lines = [
    headLine(title('so', 'STT', { rowSpan: 2 }), title('', 'Đơn vị', { rowSpan: 2 }), ...groups),
    headLine(...columns.map((column, index) => title(startsGroup(columns, index) ? 'so dau-nhom' : 'so', column.heading))),
  ];
  if (columns.some((column) => column.number !== null)) {
    lines.push(headLine(title('so so-cot', '(1)'), title('so-cot', '(2)'),
      ...columns.map((column, index) => title(startsGroup(columns, index) ? 'so so-cot dau-nhom' : 'so so-cot', column.number === null ? '' : `(${column.number})`))));
  }
  return lines;
}

function line(columns, number, unit, figures) {
  const row = element('tr');
  row.setAttribute('role', 'row');
  const figureCells = columns.map((column, index) => {
    const label = `${column.number === null ? '' : `(${column.number}) `}${column.group}: ${column.heading.toLocaleLowerCase('vi')}`;
    const made = cell(label, whole(figures.printed[column.code]));
    if (startsGroup(columns, index)) {
      made.classList.add('dau-nhom');
    }
    if (column.of.length + column.less.length > 1) {
      made.title = parts(column, figures);
    }
    return made;
  });
  row.append(cell('STT', number), unit, ...figureCells);
  return row;
}

/** Shows a report in a printed form: rows in the report's order, the total, and what the form says of itself. */
export function showForm(report) {
  const { columns, notes, title: name } = report.form;
  byId('tieu-de-bieu').textContent = `${name}, kỳ từ ${date(report.from)} đến ${date(report.to)} (đơn vị tính: hồ sơ)`;
  byId('cot').replaceChildren(...heads(columns));
  byId('dong').replaceChildren(...report.rows.map((row, index) => line(
    columns, String(index + 1), head(row.name || row.unit, row.name ? row.unit : ''), row)));
  byId('tong-bieu').replaceChildren(line(columns, '', head('Toàn bộ', ''), report.total));
  byId('ghi-chu').replaceChildren(...notes.map((note) => element('li', '', note)));
}
