/** Reports that were made and published, the latest first. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { get } from '../../api.js';
import { words } from '../../i18n.js';
import { date } from '../../numbers.js';
import { address } from '../../route.js';
import { fault } from '../../said.js';
import { cell, line, table } from '../../tables.js';
import dictionary from '../../words/reports.js';
import { stateOf } from './versions.js';

const t = words(dictionary);
const PAGE_SIZE = 50;

/** All that were made, as far as pages go. */
export async function allHeads() {
  const heads = [];
  for (let page = 1; ; page += 1) {
    const found = await get('/api/snapshots', { page });
    heads.push(...found);
    if (found.length < PAGE_SIZE) {
      return heads;
    }
  }
}

export function snapshotList(redraw, context, name) {
  const at = { heads: [], pages: 1, more: false, fault: null, known: false };

  async function load() {
    try {
      const found = await Promise.all(Array.from({ length: at.pages }, (_, index) => get('/api/snapshots', { page: index + 1 })));
      Object.assign(at, { heads: found.flat(), more: found.at(-1).length === PAGE_SIZE, fault: null, known: true });
    } catch (error) {
      at.fault = error;
    }
    redraw();
  }

  function row(head) {
    const link = address('bao-cao', { scope: context.scope, snapshot: head.id });
    const place = head.scope === 'ALL' ? t('total') : html`<span lang="vi">${name(head.scope)}</span>`;
    return line(html`<a href=${link}>${t('open', head)}</a>`,
      cell(t('scope'), place),
      cell(t('time'), t('fromTo', { from: date(head.from), to: date(head.to) })),
      cell(t('state'), stateOf(head)),
      cell(t('cut'), date(head.knownOn)),
      cell(t('made'), head.author));
  }

  return {
    load,
    template: () => html`<section class="snapshots" aria-labelledby="snapshots-title">
      <h2 id="snapshots-title">${t('snapshots')}</h2>
      ${fault(at.fault)}
      ${at.heads.length > 0
        ? table(t('snapshotsCaption'), ['id', 'scope', 'time', 'state', 'cut', 'made'].map((name) => ({ name: t(name) })), at.heads.map(row))
        : nothing}
      ${at.known && at.heads.length === 0 ? html`<p class="empty">${t('noSnapshots')}</p>` : nothing}
      ${at.more ? html`<button type="button" class="plain" @click=${() => { at.pages += 1; load(); }}>${t('moreSnapshots')}</button>` : nothing}
    </section>`,
  };
}
