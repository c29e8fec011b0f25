/** Sources: how fresh, how fast, how silent, what they feed, what of them needs a look. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { language, words } from '../../i18n.js';
import { moment, whole } from '../../numbers.js';
import { said } from '../../said.js';
import { cell, count, line, table } from '../../tables.js';
import dictionary from '../../words/sources.js';
import { reasonText } from './letters.js';

const t = words(dictionary);

function hours(number) {
  return String(number).replace('.', language() === 'vi' ? ',' : '.');
}

function silence({ limitHours, hours: silent, silent: over, since }) {
  const word = limitHours === null ? 'notWatched' : (over ? 'silent' : (silent === null ? 'unheard' : 'talking'));
  return html`<span class=${over ? 'late' : nothing}>${t(word, { since: since ? moment(since) : '' })}</span>${
    limitHours === null || silent === null ? nothing : html`<small class="parts">${t('hours', { hours: hours(silent), limit: hours(limitHours) })}</small>`}`;
}

/** Counts by code, with what the code says. */
function counts(all, meaning) {
  const entries = Object.entries(all);
  return entries.length === 0 ? '0'
    : html`<ul class="counts">${entries.map(([code, number]) => html`<li>${whole(number)}: ${meaning(code)}</li>`)}</ul>`;
}

function feeds(units, name) {
  return units.length === 0 ? nothing : html`<details><summary>${t('feeds', { count: whole(units.length) })}</summary>
    <ul class="counts">${units.map((fed) => html`<li>${said(name(fed.unit))}<small class="code">${fed.unit}, ${t('heardAt', { at: moment(fed.heardAt) })}</small></li>`)}</ul></details>`;
}

/** @param meanings of marks by code @param name gives the name of a unit */
export function sourceTable(sources, meanings, name) {
  const columns = [{ name: t('source') }, { name: t('heard') }, { name: t('silence') }, { name: t('records'), number: true },
    { name: t('hour'), number: true }, { name: t('day'), number: true }, { name: t('letters') }, { name: t('marks') }];
  return table(t('sourcesCaption'), columns, sources.map((one) => line(html`${one.source ?? t('nameless')}${feeds(one.units, name)}`,
    cell(t('heard'), one.heardAt ? moment(one.heardAt) : html`<span class="none">${t('never')}</span>`),
    cell(t('silence'), silence(one.silence)),
    html`<td role="cell" class="number" data-label=${t('records')}><span>${whole(one.records)}${
      one.backfilled > 0 ? html`<small class="parts">${t('backfilled', { count: whole(one.backfilled) })}</small>` : nothing}</span></td>`,
    count(t('hour'), one.rate.lastHour),
    count(t('day'), one.rate.lastDay),
    cell(t('letters'), counts(one.deadLetters, reasonText)),
    cell(t('marks'), counts(one.marks, (code) => html`${said(meanings.get(code) ?? code)}<small class="code">${code}</small>`)))));
}
