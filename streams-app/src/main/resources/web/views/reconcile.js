/** "Đối chiếu": figures of a printed report, from a file or typed, beside the ledger. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get, post } from '../api.js';
import { words } from '../i18n.js';
import { whole } from '../numbers.js';
import { fault } from '../said.js';
import { unitNames } from '../units.js';
import dictionary from '../words/reconcile.js';
import { dossiersBehind } from './behind.js';
import { choiceOf, periodFields, periodParameters } from './period.js';
import { findings } from './reconcile/findings.js';

const t = words(dictionary);
const FIRST_LINES = 5;

export async function show(place, parameters, context) {
  const [metrics, { now }, name] = await Promise.all([
    get('/api/reconciliations/metrics'), get('/api/ratios', { scope: context.scope }), unitNames()]);
  const at = {
    file: false,
    choice: choiceOf(parameters, now),
    lines: Array.from({ length: FIRST_LINES }, () => ({ metric: '', printed: '' })),
    printedOn: '',
    found: null,
    fault: null,
    busy: false,
  };
  const lists = dossiersBehind(draw, context.scope);

  function draw() {
    render(page(), place);
  }

  function change(changes) {
    Object.assign(at, changes);
    draw();
  }

  async function ask(form) {
    const where = { scope: context.scope, printedOn: at.printedOn };
    if (at.file) {
      // A statement that names no unit is not taken for one of all units.
      const scope = context.scope === 'ALL' ? '' : context.scope;
      return post('/api/reconciliations', { ...where, scope }, 'text/csv', form.elements.csv.files[0]);
    }
    const given = Object.fromEntries(Object.entries({ ...periodParameters(at.choice), ...where }).filter(([, value]) => value));
    // A half line is sent too, so that the server says what is missing.
    const figures = at.lines.filter((one) => one.metric || one.printed);
    return post('/api/reconciliations', {}, 'application/json', JSON.stringify({ ...given, figures }));
  }

  async function submit(event) {
    event.preventDefault();
    change({ busy: true, found: null, fault: null });
    lists.forget();
    try {
      at.found = await ask(event.target);
    } catch (error) {
      at.fault = error;
    }
    change({ busy: false });
  }

  function add() {
    change({ lines: [...at.lines, { metric: '', printed: '' }] });
    place.querySelector('.typed-line:last-of-type select').focus();
  }

  function typedLine(one, index) {
    return html`<div class="typed-line">
      <select lang="vi" aria-label=${t('metric', { line: index + 1 })} @change=${(event) => { one.metric = event.target.value; }}>
        <option value="">${t('choose')}</option>
        ${metrics.map(({ metric, name }) => html`<option value=${metric} .selected=${metric === one.metric}>${name}</option>`)}
      </select>
      <input aria-label=${t('printed', { line: index + 1 })} inputmode="decimal" autocomplete="off" .value=${one.printed}
        @input=${(event) => { one.printed = event.target.value.trim(); }}>
    </div>`;
  }

  function form() {
    return html`<form class="reconcile" aria-label=${t('form')} @submit=${submit}>
      <label>${t('way')}
        <select name="way" @change=${(event) => change({ file: event.target.value === 'file' })}>
          <option value="typed" .selected=${!at.file}>${t('typed')}</option>
          <option value="file" .selected=${at.file}>${t('file')}</option>
        </select>
      </label>
      ${at.file
        ? html`<label>${t('csv')} <input name="csv" type="file" accept=".csv,text/csv" required></label>`
        : periodFields(at.choice, (chosen) => change({ choice: { ...at.choice, ...chosen } }))}
      <label>${t('printedOn')} <input name="printedOn" type="date" .value=${at.printedOn} @change=${(event) => change({ printedOn: event.target.value })}></label>
      ${at.file ? nothing : html`<fieldset><legend>${t('figures')}</legend>
        ${at.lines.map(typedLine)}
        <button type="button" class="plain add" @click=${add}>${t('add')}</button></fieldset>`}
      <button type="submit" ?disabled=${at.busy}>${t('compare')}</button>
    </form>`;
  }

  function faults() {
    const all = at.fault?.faults ?? [];
    return all.length === 0 ? fault(at.fault) : html`<div class="fault" role="alert">${t('faults', { count: all.length })}
      <ul lang="vi">${all.map((one) => html`<li>${t(one.column ? 'faultColumn' : 'fault', one)}</li>`)}</ul></div>`;
  }

  function summary() {
    if (!at.found) {
      return at.busy ? t('comparing') : '';
    }
    const counts = Object.fromEntries(Object.entries(at.found.summary).filter(([, value]) => typeof value === 'number').map(([name, value]) => [name, whole(value)]));
    return t('summary', { ...counts, verdict: t(at.found.summary.agrees ? 'agrees' : 'differs') });
  }

  function page() {
    const scope = context.scope === 'ALL' ? t(at.file ? 'asFiled' : 'whole') : `${name(context.scope)} (${context.scope})`;
    return html`<h1>${t('title')}</h1>
      <p class="note">${t('means')} ${t('scopeIs', { scope })}</p>
      ${form()}
      ${faults()}
      <p class="summary" role="status">${summary()}</p>
      <div class="findings">${at.found ? findings(at.found.publications, lists) : nothing}</div>`;
  }

  draw();
  return () => {};
}
