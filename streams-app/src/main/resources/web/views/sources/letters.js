/** Records that could not be read: how many and why, and where each lies. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { get } from '../../api.js';
import { words } from '../../i18n.js';
import { moment, whole } from '../../numbers.js';
import { fault } from '../../said.js';
import { cell, count, line, table } from '../../tables.js';
import reasonWords from '../../words/reasons.js';
import dictionary from '../../words/sources.js';

const t = words(dictionary);
const reasons = words(reasonWords);
const STATES = ['open', 'resolved', 'all'];

/** A reason begins with its code. */
export function reasonText(reason) {
  const [code] = /^[A-Z_]+/.exec(reason) ?? [''];
  return html`${code in reasonWords.vi ? reasons(code) : reason}<small class="code">${reason}</small>`;
}

export function deadLetters(redraw) {
  const at = { summary: null, found: null, fault: null, wanted: { source: '', reason: '', input: '', state: 'open' }, page: 1 };
  let asked = 0;

  async function load() {
    const mine = asked += 1;
    try {
      const [summary, found] = await Promise.all([
        get('/api/dead-letters/summary'), get('/api/dead-letters', { ...at.wanted, page: at.page })]);
      if (mine === asked) {
        Object.assign(at, { summary, found, fault: null });
      }
    } catch (error) {
      at.fault = error;
    }
    redraw();
  }

  function choose(changes) {
    Object.assign(at.wanted, changes);
    at.page = 1;
    load();
  }

  function turn(page) {
    at.page = page;
    load();
  }

  function summary() {
    const { total, reasons: counts } = at.summary;
    return total === 0 ? html`<p class="empty">${t('noLetters')}</p>` : table(t('summary', { total: whole(total) }),
      [{ name: t('source') }, { name: t('reason') }, { name: t('count'), number: true }],
      counts.map((one) => line(one.source ?? t('nameless'), cell(t('reason'), reasonText(one.reason)), count(t('count'), one.deadLetters))));
  }

  function choices(name, label, values, text) {
    return html`<label>${label}<select name=${name} @change=${(event) => choose({ [name]: event.target.value })}>
      ${values.map((value) => html`<option value=${value} .selected=${value === at.wanted[name]}>${text(value)}</option>`)}</select></label>`;
  }

  function filter() {
    const of = (name) => ['', ...new Set(at.summary.reasons.map((one) => one[name]).filter(Boolean))];
    const every = (value) => value || t('every');
    return html`<form class="letters-filter" aria-label=${t('filter')} @submit=${(event) => event.preventDefault()}>
      ${choices('source', t('source'), of('source'), every)}
      ${choices('reason', t('reason'), of('reason'), every)}
      ${choices('state', t('state'), STATES, t)}
      <label>${t('input')} <input name="input" size="24" .value=${at.wanted.input} @change=${(event) => choose({ input: event.target.value.trim() })}></label>
    </form>`;
  }

  function row(letter) {
    const bytes = letter.offsetBytes === null ? nothing
      : html`<small class="parts">${t('bytes', { from: whole(letter.offsetBytes), length: letter.lengthBytes === null ? '?' : whole(letter.lengthBytes) })}</small>`;
    return line(html`<code title=${letter.fingerprint}>${letter.fingerprint.slice(0, 12)}</code>`,
      cell(t('source'), letter.source ?? t('nameless')),
      cell(t('reason'), reasonText(letter.reason)),
      cell(t('place'), html`${letter.input} ${letter.position}${bytes}`),
      cell(t('kept'), Object.entries(letter.kept).map(([name, value]) => html`<small class="parts">${name}: ${value}</small>`)),
      cell(t('recorded'), html`${moment(letter.recordedAt)}${letter.resolvedAt ? html`<small class="parts">${t('settled')}: ${moment(letter.resolvedAt)}</small>` : nothing}`));
  }

  function pages({ total, page, pageSize }) {
    const most = Math.ceil(total / pageSize);
    return most < 2 ? nothing : html`<nav class="choices pages" aria-label=${t('pages')}>
      <button type="button" class="plain" ?disabled=${page <= 1} @click=${() => turn(page - 1)}>${t('before')}</button>
      <span>${t('pageOf', { page: whole(page), pages: whole(most) })}</span>
      <button type="button" class="plain" ?disabled=${page >= most} @click=${() => turn(page + 1)}>${t('after')}</button></nav>`;
  }

  function list() {
    const names = ['code', 'source', 'reason', 'place', 'kept', 'recorded'];
    return at.found.total === 0 ? html`<p class="empty none-found">${t('noneFound')}</p>`
      : html`${table(t('list', { total: whole(at.found.total) }), names.map((name) => ({ name: t(name) })), at.found.deadLetters.map(row))}${pages(at.found)}`;
  }

  return {
    load,
    template: () => html`<section class="letters" aria-labelledby="letters-title"><h2 id="letters-title">${t('lettersTitle')}</h2>
      ${fault(at.fault)}
      ${at.summary && at.found ? html`${summary()}${filter()}${list()}` : nothing}</section>`,
  };
}
