/** One dossier of one source: where it stands, its line, its events, marks and postings. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { words } from '../../i18n.js';
import { date, moment, whole } from '../../numbers.js';
import { said } from '../../said.js';
import { cell, count, line, table } from '../../tables.js';
import dictionary from '../../words/dossier.js';

const t = words(dictionary);
const TIMES = ['receivedAt', 'dueAt', 'firstDueAt', 'closedAt'];

/** A code the dictionary knows, or as it stands. */
function named(code) {
  return code in dictionary.vi ? t(code) : code;
}

function fact(name, content) {
  return html`<dt>${t(name)}</dt><dd>${content || html`<span class="none">${t('unknown')}</span>`}</dd>`;
}

function facts(one) {
  const unit = one.unitName ? html`${said(one.unitName)} <small class="code">${one.unit}</small>` : one.unit;
  return html`<dl class="facts">
    ${fact('state', html`<strong class="bucket ${one.bucket}">${named(one.bucket)}</strong>`)}
    ${fact('unit', unit)}
    ${fact('procedure', one.procedure)}
    ${fact('field', one.field)}
    ${fact('channel', one.channel && named(one.channel))}
    ${TIMES.filter((name) => one[name] && (name !== 'firstDueAt' || one.firstDueAt !== one.dueAt)).map((name) => fact(name, moment(one[name])))}
  </dl>`;
}

function cause(step) {
  return html`<span class="note">${step.cause === 'CLOCK' ? t('clock') : t('by', step)}${
    step.knownOn === step.countsOn ? '' : `; ${t('known', { day: date(step.knownOn) })}`}</span>`;
}

function move(one, name) {
  const transferred = one.fromUnit && one.toUnit && one.fromUnit !== one.toUnit;
  return html`<li class="bucket ${one.to}">
    <time datetime=${one.countsOn}>${date(one.countsOn)}</time>
    <div><strong>${one.from === 'NONE' ? named(one.to) : t('from', { from: named(one.from), to: named(one.to) })}</strong>
      <span class="where">${name(one.toUnit || one.fromUnit)}</span>
      ${transferred ? html`<span>${t('moved', { unit: name(one.fromUnit) })}</span>` : nothing}
      ${cause(one)}</div></li>`;
}

function counter(one, name) {
  return html`<li class="counter"><time datetime=${one.countsOn}>${date(one.countsOn)}</time>
    <div>${t('counted', { what: named(one.counter) })} <span class="where">${name(one.unit)}</span> ${cause(one)}</div></li>`;
}

/** Moves and counters on one line of time; of one day the moves come first, as the books have them. */
function timeLine(one, name) {
  const steps = [...one.moves.map((step) => ({ step, draw: move })), ...one.counters.map((step) => ({ step, draw: counter }))];
  steps.sort((a, b) => a.step.countsOn.localeCompare(b.step.countsOn));
  return steps.length === 0 ? html`<p class="none">${t('noMoves')}</p>`
    : html`<ol class="line">${steps.map(({ step, draw }) => draw(step, name))}</ol>`;
}

function events(all) {
  return all.length === 0 ? html`<p class="none">${t('noEvents')}</p>`
    : table(t('events'), ['event', 'knownOn', 'inForce'].map((name) => ({ name: t(name) })), all.map((one) => line(one.eventId,
      cell(t('knownOn'), date(one.knownOn)), cell(t('inForce'), t(one.inForce ? 'yes' : 'no')))));
}

function marks(all, meanings) {
  return all.length === 0 ? html`<p class="none">${t('noMarks')}</p>` : html`<ul class="marks">${all.map((mark) => html`<li>
    ${said(meanings.get(mark.code) ?? mark.code)}${mark.detail ? html`: ${mark.detail}` : nothing}
    <small class="code">${mark.code}, ${t(mark.endedOn ? 'markEnded' : 'markOpen', { from: date(mark.knownOn), to: mark.endedOn ? date(mark.endedOn) : '' })}</small></li>`)}</ul>`;
}

function postings(all) {
  const what = (one) => (one.counter ? named(one.counter) : t('from', { from: named(one.from ?? 'NONE'), to: named(one.to ?? 'NONE') }));
  const columns = [{ name: t('sequence'), number: true }, ...['countsOn', 'knownOn', 'unit', 'what'].map((name) => ({ name: t(name) })),
    { name: t('count'), number: true }, { name: t('cause') }];
  return html`<details class="postings"><summary>${t('postings', { count: whole(all.length) })}</summary>
    ${table(t('postings', { count: whole(all.length) }), columns, all.map((one) => line(`${one.sequence}/${one.leg}`,
      cell(t('countsOn'), date(one.countsOn)), cell(t('knownOn'), date(one.knownOn)), cell(t('unit'), one.unit),
      cell(t('what'), what(one)), count(t('count'), one.count), cell(t('cause'), one.cause === 'CLOCK' ? t('clock') : one.cause))))}
  </details>`;
}

/**
 * @param one what the API says of it
 * @param meanings of marks by code
 * @param name gives the name of a unit
 */
export function dossierHistory(one, meanings, name) {
  return html`<article class="dossier" data-source=${one.source}>
    <h2>${t('source', { source: one.source })}</h2>
    ${facts(one)}
    ${one.journalOff ? html`<p class="stale">${said(one.journalOff)}</p>` : html`
      <h3>${t('line')}</h3>${timeLine(one, name)}
      <h3>${t('marks')}</h3>${marks(one.marks, meanings)}
      <h3>${t('events')}</h3>${events(one.events)}
      ${postings(one.postings)}`}
    ${one.journalOff ? html`<h3>${t('marks')}</h3>${marks(one.marks, meanings)}` : nothing}
  </article>`;
}
