/** "Nguồn dữ liệu": what the figures are made of, and what of it cannot be relied on. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { date, moment, whole } from '../numbers.js';
import { fault, said } from '../said.js';
import { staleText } from '../stale.js';
import { cell, line, table } from '../tables.js';
import { unitNames } from '../units.js';
import dictionary from '../words/sources.js';
import { deadLetters } from './sources/letters.js';
import { sourceTable } from './sources/table.js';

const t = words(dictionary);

function auditFacts(audit) {
  if (!audit) {
    return html`<p class="empty">${t('noAudit')}</p>`;
  }
  const sound = audit.drift === 0;
  return html`<dl class="facts audit">
    <dt>${t('drift')}</dt><dd class=${sound ? 'good' : 'late'}>${sound ? t('driftNone') : t('driftSome', { drift: whole(audit.drift) })}</dd>
    <dt>${t('finished')}</dt><dd>${moment(audit.finishedAt)}</dd>
    <dt>${t('knownTo')}</dt><dd>${audit.knownTo ? date(audit.knownTo) : t('everything')}</dd>
    <dt>${t('counted')}</dt><dd>${t('countedParts', { events: whole(audit.events), dossiers: whole(audit.dossiers), cells: whole(audit.cells) })}</dd>
    ${audit.firstDifference ? html`<dt>${t('difference')}</dt><dd>${audit.firstDifference}</dd>` : nothing}
  </dl>`;
}

function markTable(marks) {
  return table(t('marksCaption'), [{ name: t('code') }, { name: t('meaning') }],
    marks.map((mark) => line(mark.code, cell(t('meaning'), said(mark.meaning)))));
}

export async function show(place, parameters, context) {
  const [marks, name] = await Promise.all([get('/api/marks'), unitNames()]);
  const meanings = new Map(marks.map((mark) => [mark.code, mark.meaning]));
  const at = { sources: null, stale: null, audit: null, fault: null };
  const letters = deadLetters(draw);

  function draw() {
    render(page(), place);
  }

  async function load() {
    try {
      const [sources, live] = await Promise.all([get('/api/sources'), get('/api/ratios', { scope: context.scope })]);
      const audit = sources.lastAuditAt ? await get('/api/audit') : null;
      Object.assign(at, { sources, stale: live.stale, audit, fault: null });
    } catch (error) {
      at.fault = error;
    }
    draw();
  }

  function stale() {
    if (!at.stale) {
      return html`<p class="empty">${t('fresh')}</p>`;
    }
    return html`<p class="stale">${staleText(at.stale)}</p>
      ${at.stale.units.length === 0 ? nothing : table(t('staleUnits'), ['unit', 'since', 'extent'].map((column) => ({ name: t(column) })),
        at.stale.units.map((one) => line(html`${said(name(one.unit))}<small class="code">${one.unit}</small>`,
          cell(t('since'), moment(one.since)), cell(t('extent'), t(one.whole ? 'whole' : 'partly')))))}`;
  }

  function known() {
    return html`
      <section class="stale-units" aria-labelledby="stale-title"><h2 id="stale-title">${t('staleTitle')}</h2>${stale()}</section>
      <section class="source-list" aria-labelledby="sources-title"><h2 id="sources-title">${t('sources')}</h2>${
        at.sources.sources.length === 0 ? html`<p class="empty">${t('noSources')}</p>` : sourceTable(at.sources.sources, meanings, name)}</section>
      ${letters.template()}
      <section aria-labelledby="audit-title"><h2 id="audit-title">${t('audit')}</h2>${auditFacts(at.audit)}</section>
      <section aria-labelledby="marks-title"><h2 id="marks-title">${t('marksTitle')}</h2>
        <p class="note">${t('marksMeans')}</p>
        <details class="marks"><summary>${t('marksTitle')} (${whole(marks.length)})</summary>${markTable(marks)}</details></section>`;
  }

  function page() {
    return html`<h1>${t('title')}</h1>${fault(at.fault)}${at.sources ? known() : nothing}`;
  }

  context.onLive((event) => {
    if (event === 'sources') {
      load();
    }
  });
  await Promise.all([load(), letters.load()]);
  return () => {};
}
