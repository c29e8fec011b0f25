/** One alert on the page. */
import { ACTS, REASONS, SEVERITIES, STATES, place, time } from './alert-words.js';
import { element } from './cells.js';
import { NO_DATA, date, percent, whole } from './numbers.js';
import { staleText } from './stale.js';

function link(text, href) {
  const made = element('a', '', text);
  made.href = href;
  return made;
}

function button(text, className, action) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

function share(fraction) {
  return fraction.denominator > 0
    ? `${percent(fraction)} (${whole(fraction.numerator)} / ${whole(fraction.denominator)})`
    : NO_DATA;
}

/** The threshold is a decimal fraction; printed like the rates beside it. */
function limit(threshold) {
  return percent({ numerator: Math.round(threshold * 1000000), denominator: 1000000 });
}

/** How much of what the threshold allows is used; said in words too, and without data not at all. */
function budget({ allowed, used }, dated) {
  const holder = element('dd');
  if (dated <= 0) {
    holder.textContent = NO_DATA;
    return holder;
  }
  const text = used > allowed
    ? `đã dùng ${whole(used)} trên ${whole(allowed)} hồ sơ được phép trễ, vượt ${whole(used - allowed)}`
    : `đã dùng ${whole(used)} trên ${whole(allowed)} hồ sơ được phép trễ, còn ${whole(allowed - used)}`;
  const meter = element('meter');
  meter.min = 0;
  meter.max = Math.max(allowed, used, 1);
  // Beyond what is allowed it is drawn as bad; the words beside it say so too. The border lies above
  // the best value also where nothing is allowed: at it, browsers call what is beyond no worse than fair.
  meter.optimum = 0;
  meter.low = allowed + 0.5;
  meter.high = allowed + 0.5;
  meter.value = used;
  meter.setAttribute('aria-label', `Hạn mức trễ: ${text}`);
  holder.append(meter, element('span', 'phan', text));
  return holder;
}

function line(list, name, content) {
  const value = content instanceof HTMLElement ? content : element('dd', content === NO_DATA ? 'khong' : '', content);
  list.append(element('dt', '', name), value);
}

function figures(alert) {
  const seen = alert.now ?? alert.told;
  const list = element('dl', 'so-lieu');
  line(list, alert.now ? `Tỷ lệ trễ hạn đến ${date(seen.asOf)}` : `Tỷ lệ trễ hạn lúc ${date(seen.asOf)}`, share(seen.rate));
  if (seen.threshold !== undefined) {
    line(list, 'Ngưỡng cảnh báo', `trên ${limit(seen.threshold)}`);
    line(list, 'Hạn mức trễ', budget(seen.budget, seen.dated));
  }
  line(list, 'Hồ sơ đang giải quyết', `${whole(seen.openInTime)} trong hạn, ${whole(seen.openOverdue)} quá hạn`);
  if (alert.now) {
    line(list, 'Thấp nhất còn đạt được cuối kỳ', share(seen.floor));
    line(list, 'Dự báo cuối kỳ', share(seen.forecast));
  }
  return list;
}

function part(title, items, after) {
  const made = element('div');
  const list = element('ul');
  list.append(...items);
  made.append(element('h3', '', title), list, after);
  return made;
}

function dossier(one) {
  const item = element('li');
  const due = one.bucket === 'OPEN_OVERDUE' ? 'quá hạn từ' : 'hẹn trả';
  item.append(link(one.dossierId, `/api/dossiers/${encodeURIComponent(one.dossierId)}`), `: ${due} ${time(one.dueAt)}, ${one.unitName || one.unit}`);
  return item;
}

function save(alert) {
  const links = element('p');
  links.append(link('tất cả hồ sơ đang quá hạn', alert.links.overdue), ', ', link('hồ sơ sắp đến hạn', alert.links.due), ', ', link('hồ sơ đã giải quyết trễ', alert.links.late));
  return alert.dossiers.length === 0
    ? part('Hồ sơ cần cứu trước', [element('li', 'khong', 'Không có hồ sơ nào đang chờ giải quyết có hẹn trả.')], links)
    : part('Hồ sơ cần cứu trước', alert.dossiers.map(dossier), links);
}

function fields(alert) {
  const total = alert.now.late;
  const items = alert.fields.map((field) => element('li', '',
    `${field.name || field.field || 'Không rõ lĩnh vực'}: ${whole(field.late)} trên ${whole(total)} hồ sơ trễ`));
  const more = element('p');
  more.append(link('số liệu theo lĩnh vực', alert.links.fields));
  return part('Lĩnh vực trễ nhiều nhất', items.length > 0 ? items : [element('li', 'khong', 'Chưa có hồ sơ trễ trong kỳ.')], more);
}

function standing(alert) {
  const parts = [];
  if (alert.severity) {
    parts.push(element('strong', `muc ${alert.severity === 'SURE' ? 'muc-chac' : ''}`, SEVERITIES[alert.severity]));
  }
  const state = alert.reason ? `${STATES[alert.state]}: ${REASONS[alert.reason]}` : STATES[alert.state];
  parts.push(element('span', '', `${state}. Từ ${time(alert.since)}${alert.state === 'cleared' ? ` đến ${time(alert.lastAt)}` : ''}.`));
  const holder = element('p', 'tinh-trang');
  holder.append(...parts.flatMap((one, index) => (index === 0 ? [one] : [' ', one])));
  return holder;
}

function handled(alert) {
  const lines = [];
  if (alert.acknowledgement) {
    const { author, note, until } = alert.acknowledgement;
    lines.push(element('p', '', `${author ?? 'Không rõ ai'} nhận xử lý đến ${time(until)}${note ? `: ${note}` : ''}`));
  }
  if (alert.waiting) {
    lines.push(element('p', 'khong', `Đang chờ ghi nhận: ${alert.waiting.author} ${ACTS[alert.waiting.act]}, ${alert.waiting.note}`));
  }
  return lines;
}

function actions(alert, ask, showHistory) {
  const made = element('div', 'nhom');
  if (alert.kind === 'late' && alert.state !== 'cleared') {
    made.append(button(alert.acknowledgement ? 'Gia hạn xử lý' : 'Nhận xử lý', '', () => ask(alert, false)));
    const last = alert.waiting?.act;
    if (last === 'ACKNOWLEDGE' || (alert.acknowledgement && last !== 'UNDO')) {
      made.append(button('Hủy nhận xử lý', 'phu', () => ask(alert, true)));
    }
  }
  made.append(button('Lịch sử', 'phu', () => showHistory(alert)));
  return made;
}

function late(alert) {
  const window = element('p', 'phan', `Kỳ từ ${date(alert.from)} đến ${date(alert.to)}, quy tắc ${alert.rule}`);
  const stale = alert.stale ? [element('p', 'so-lieu-cu', staleText(alert.stale))] : [];
  return [standing(alert), window, ...handled(alert), ...stale, figures(alert), ...(alert.now ? [save(alert), fields(alert)] : [])];
}

function rewritten(alert) {
  const about = element('p', '', `Hồ sơ trễ thành đúng hạn vì một ngày bị sửa; biết được lúc ${time(alert.since)}: `);
  about.append(link(alert.dossier, alert.links.dossier));
  return [about];
}

function silent(alert) {
  const until = alert.state === 'cleared' ? ` đến ${time(alert.lastAt)}` : '';
  return [element('p', '', `Nguồn dữ liệu không gửi gì từ lúc được phát hiện ${time(alert.since)}${until}; số liệu của các đơn vị dùng nguồn này có thể đã cũ.`)];
}

/**
 * An alert with all a head needs.
 *
 * @param ask asked with the alert and whether its acknowledgement is taken back
 */
export function card(alert, ask, showHistory) {
  const made = element('article', 'canh-bao');
  made.dataset.ma = alert.id;
  made.tabIndex = -1;
  const bodies = { late, rewritten, silent };
  const title = element('h2', '', alert.kind === 'silent' ? `Nguồn ${alert.scope}` : place(alert));
  made.append(title, ...bodies[alert.kind](alert), actions(alert, ask, showHistory));
  return made;
}
