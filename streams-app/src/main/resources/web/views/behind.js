/** The dossiers behind figures: each list is asked for when it is opened, page by page. */
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { words } from '../i18n.js';
import { date, whole } from '../numbers.js';
import { address } from '../route.js';
import { fault } from '../said.js';
import dictionary from '../words/behind.js';

const t = words(dictionary);

/** Where a list lies; a part that is empty is one, too: the row without field or procedure. */
export function listLink(parameters) {
  const given = Object.entries(parameters)
    .filter(([name, value]) => value !== undefined && value !== null && (value !== '' || name === 'field' || name === 'procedure'));
  return `/api/report/dossiers?${new URLSearchParams(given)}`;
}

/**
 * @param redraw draws anew what shows the lists
 * @param scope to which the links to single dossiers keep
 */
export function dossiersBehind(redraw, scope) {
  const lists = new Map();

  async function load(link) {
    const list = lists.get(link) ?? { rows: [], page: 0, more: false, left: 0, fault: null, loading: false };
    if (list.loading) {
      return;
    }
    lists.set(link, Object.assign(list, { loading: true, fault: null }));
    redraw();
    try {
      const found = await get(`${link}&page=${list.page + 1}`);
      list.rows.push(...found.rows);
      list.page = found.page;
      list.more = found.more;
      // Of the figure: nobody counts all dossiers of a long list to show fifty.
      list.left = found.total - list.rows.reduce((sum, row) => sum + row.count, 0);
    } catch (error) {
      list.fault = error;
    }
    list.loading = false;
    redraw();
  }

  function item(row) {
    const days = [...new Set(row.causes.map((cause) => cause.countsOn))];
    const when = days.length === 1 ? `, ${t('on', { day: date(days[0]) })}` : '';
    const counted = row.count === 1 ? '' : `, ${t('counted', { count: whole(row.count) })}`;
    return html`<li><a href=${address('ho-so', { scope, id: row.dossierId, source: row.source })}>${row.dossierId}</a> (${row.unit}${counted}${when})</li>`;
  }

  function list(link) {
    const known = lists.get(link);
    if (!known) {
      return nothing;
    }
    return html`
      <ul class="dossiers">${known.rows.map(item)}
        ${known.page > 0 && known.rows.length === 0 ? html`<li class="none">${t('none')}</li>` : nothing}</ul>
      ${fault(known.fault)}
      ${known.loading ? html`<p class="note">${t('loading')}</p>` : nothing}
      ${known.more && !known.loading
        ? html`<button type="button" class="plain more" @click=${() => load(link)}>${known.left > 0 ? t('moreLeft', { left: whole(known.left) }) : t('more')}</button>` : nothing}`;
  }

  /** A list that opens below its name. */
  function details(name, link, open = false) {
    const opened = (event) => {
      if (event.target.open && !lists.has(link)) {
        load(link);
      }
    };
    return html`<details class="behind" ?open=${open} @toggle=${opened}><summary>${name}</summary>${list(link)}</details>`;
  }

  /** What is shown is of another cut: everything is asked for anew. */
  function forget() {
    lists.clear();
  }

  return { details, forget };
}
