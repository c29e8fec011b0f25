/** The chooser of a period: its choice as parameters of the API and of the address. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { words } from '../i18n.js';
import dictionary from '../words/periods.js';

const t = words(dictionary);
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
/** Parts of a year that follow each other, by kind. */
const RUNS = [['Q1', 'Q2', 'Q3', 'Q4'], ['H1', 'H2'], MONTHS, ['9M'], ['']];
const PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', '9M', '', ...MONTHS];

/** The legal quarter a day lies in: the first begins on 15 December of the year before. */
export function legalQuarter(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const later = day >= 15 ? month + 1 : month;
  return later > 12 ? { year: year + 1, quarter: 1 } : { year, quarter: Math.ceil(later / 3) };
}

/** What an address chooses; the quarter of today where it chooses nothing. */
export function choiceOf(parameters, today) {
  const current = legalQuarter(today);
  const [, year, part] = /^(\d{4})(?:-(\d{2}|Q[1-4]|H[12]|9M))?$/.exec(parameters.period ?? '') ?? [];
  const days = Boolean(parameters.from || parameters.to);
  return {
    kind: days ? 'days' : (parameters.calendar === 'calendar' ? 'calendar' : 'legal'),
    year: year ?? String(current.year),
    part: year ? part ?? '' : `Q${current.quarter}`,
    from: parameters.from ?? today.slice(0, 10),
    to: parameters.to ?? today.slice(0, 10),
  };
}

export function periodParameters({ kind, year, part, from, to }) {
  return kind === 'days' ? { from, to } : { period: part ? `${year}-${part}` : year, calendar: kind };
}

/** The same part of a year, one step on or back. */
export function step(choice, by) {
  const run = RUNS.find((one) => one.includes(choice.part));
  const place = run.indexOf(choice.part) + by;
  const years = Math.floor(place / run.length);
  return { ...choice, year: String(Number(choice.year) + years), part: run[place - years * run.length] };
}

function option(value, text, chosen) {
  return html`<option value=${value} .selected=${value === chosen}>${text}</option>`;
}

function partName(part) {
  if (part === '') {
    return t('whole');
  }
  return MONTHS.includes(part) ? t('month', { month: Number(part) }) : t(part);
}

/**
 * Its fields.
 *
 * @param change called with what was chosen differently
 */
export function periodFields(choice, change) {
  const days = choice.kind === 'days';
  return html`
    <label>${t('period')}
      <select name="kind" @change=${(event) => change({ kind: event.target.value })}>
        ${['legal', 'calendar', 'days'].map((kind) => option(kind, t(kind), choice.kind))}
      </select>
    </label>
    ${days ? nothing : html`
      <label>${t('part')}
        <select name="part" @change=${(event) => change({ part: event.target.value })}>
          ${PARTS.map((part) => option(part, partName(part), choice.part))}
        </select>
      </label>
      <label>${t('year')} <input name="year" type="number" min="2000" max="2099" required .value=${choice.year}
        @change=${(event) => change({ year: event.target.value })}></label>`}
    ${days ? html`
      <label>${t('from')} <input name="from" type="date" required .value=${choice.from} @change=${(event) => change({ from: event.target.value })}></label>
      <label>${t('to')} <input name="to" type="date" required .value=${choice.to} @change=${(event) => change({ to: event.target.value })}></label>` : nothing}`;
}

/** Steps to the period before and after; days have none. */
export function periodSteps(choice, go) {
  return choice.kind === 'days' ? nothing : html`
    <button type="button" class="plain earlier" @click=${() => go(step(choice, -1))}>${t('before')}</button>
    <button type="button" class="plain later" @click=${() => go(step(choice, 1))}>${t('after')}</button>`;
}
