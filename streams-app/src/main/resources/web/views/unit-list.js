/** Overdue or nearly due dossiers of a unit, a few at a time, each leading to the dossier itself. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { date, whole } from '../numbers.js';
import { address } from '../route.js';
import { cell, line, table, unitHead } from '../tables.js';
import unitWords from '../words/unit.js';
import sharedWords from '../words/units.js';
import { asking } from './unit-part.js';

const t = words(unitWords);
const u = words(sharedWords);

/** A page of the server is read in parts of this many. */
const SHOWN = 10;

function left(dossier) {
  const days = dossier.workingDaysLeft;
  return days === 0 ? t('dueToday') : t(days === 1 ? 'workingDay' : 'workingDays', { n: whole(days) });
}

function day(iso) {
  return html`<span class="unbroken">${date(iso)}</span>`;
}

function row(kind, scope, dossier) {
  return line(html`<a href=${address('ho-so', { scope, id: dossier.dossierId, source: dossier.source })}>${dossier.dossierId}</a>`,
    cell(u('unit'), unitHead(dossier.unitName, dossier.unit)),
    cell(t('procedure'), html`<span class="unbroken">${dossier.procedure || t('none')}</span><small class="code">${dossier.field}</small>`),
    cell(t('receivedAt'), dossier.receivedAt ? day(dossier.receivedAt) : '–'),
    cell(t('dueAt'), day(dossier.dueAt)),
    cell(t(kind === 'overdue' ? 'daysOverdue' : 'daysLeft'), html`<b class="unbroken ${kind === 'overdue' ? 'late' : 'soon'}">${kind === 'overdue'
      ? t(dossier.daysOverdue === 1 ? 'oneDay' : 'days', { n: whole(dossier.daysOverdue) }) : left(dossier)}</b>`));
}

/** @param kind `overdue` or `due`, as the API names the lists */
export function dossierList(kind, state, draw) {
  let at = 0;
  const ask = async () => {
    const answer = await get(`/api/${kind}`, { scope: state.scope, page: Math.floor(at / 50) + 1 });
    return { ...answer, from: (answer.page - 1) * answer.pageSize };
  };
  const part = asking(ask);
  const turn = async (to) => {
    at = to;
    await part.ask();
    draw();
  };
  const pages = (total) => html`
    <nav class="pages" aria-label=${t('pages', { list: t(`${kind}List`) })}>
      <button type="button" class="plain" ?disabled=${at === 0} @click=${() => turn(at - SHOWN)}>${t('before')}</button>
      <span>${t('pageOf', { first: whole(at + 1), last: whole(Math.min(total, at + SHOWN)), total: whole(total) })}</span>
      <button type="button" class="plain" ?disabled=${at + SHOWN >= total} @click=${() => turn(at + SHOWN)}>${t('after')}</button>
    </nav>`;
  const list = ({ total, from, dossiers }) => {
    if (total === 0) {
      return html`<p>${t(`${kind}None`)}</p>`;
    }
    const columns = [t('dossier'), u('unit'), t('procedure'), t('receivedAt'), t('dueAt'), t(kind === 'overdue' ? 'daysOverdue' : 'daysLeft')];
    return html`
      ${table(t(`${kind}Caption`), columns.map((name) => ({ name })),
        dossiers.slice(at - from, at - from + SHOWN).map((dossier) => row(kind, state.scope, dossier)))}
      ${total > SHOWN ? pages(total) : nothing}`;
  };
  const renew = async () => {
    await part.ask();
    // What was open when one looked may be gone: then the last page there is.
    if (part.answer && at > 0 && at >= part.answer.total) {
      await turn(Math.max(0, SHOWN * (Math.ceil(part.answer.total / SHOWN) - 1)));
    }
  };
  return {
    choose: () => (part.answer === null ? renew() : undefined),
    renew,
    show: () => html`
      <section aria-labelledby="list-${kind}">
        <h2 id="list-${kind}" tabindex="-1">${t(`${kind}List`)}${part.answer ? html` <span class="count">${whole(part.answer.total)}</span>` : nothing}</h2>
        ${part.note()}${part.answer === null ? nothing : list(part.answer)}
      </section>`,
  };
}
