/** The chooser of period and form: its choice as parameters of the API and of the page's address. */

const field = (id) => document.getElementById(id);

/** The legal quarter a day lies in: the first begins on 15 December of the year before. */
export function legalQuarter(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const later = day >= 15 ? month + 1 : month;
  return later > 12 ? { year: year + 1, quarter: 1 } : { year, quarter: Math.ceil(later / 3) };
}

/** Fills the chooser from the page's address, or with the quarter of today. */
export function fill(address, today) {
  const current = legalQuarter(today);
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(address.get('period') ?? '') ?? [];
  const days = address.has('from') || address.has('to');
  field('loai').value = days ? 'days' : (address.get('calendar') === 'calendar' ? 'calendar' : 'legal');
  field('nam').value = year ?? current.year;
  field('quy').value = quarter ?? current.quarter;
  field('tu').value = address.get('from') ?? today.slice(0, 10);
  field('den').value = address.get('to') ?? today.slice(0, 10);
  field('mau').value = address.get('form') ?? '';
  if (field('mau').selectedIndex < 0) {
    field('mau').value = '';
  }
  show();
}

/** Shows the fields the kind of period needs. */
export function show() {
  const days = field('loai').value === 'days';
  field('chon-ngay').hidden = !days;
  field('chon-quy').hidden = days;
  field('nam').required = !days;
  field('tu').required = days;
  field('den').required = days;
}

export function chosen() {
  const kind = field('loai').value;
  const period = kind === 'days'
    ? { from: field('tu').value, to: field('den').value }
    : { period: `${field('nam').value}-Q${field('quy').value}`, calendar: kind };
  const form = field('mau').value;
  return form ? { ...period, form } : period;
}
