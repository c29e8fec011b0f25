import { words } from './i18n.js';

const t = words({
  vi: {
    away: 'Không kết nối được với máy chủ; kiểm tra mạng rồi thử lại.',
    answered: 'Máy chủ trả lời {status}; thử lại sau.',
  },
  en: {
    away: 'The server cannot be reached; check the network and try again.',
    answered: 'The server answered {status}; try again later.',
  },
});

/** Asks the API; what it refuses becomes an Error with the reason it gave, and all its faults where there are several. */
async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', ...options });
  } catch (cause) {
    if (cause.name === 'AbortError') {
      throw cause;
    }
    throw new Error(t('away'));
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = new Error(body.detail ?? t('answered', { status: response.status }));
    error.status = response.status;
    error.faults = body.errors ?? [];
    throw error;
  }
  return body;
}

/** A query without what was left empty. */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given).toString();
  return text ? `?${text}` : '';
}

/** @param signal ends the request, when who asked has gone on */
export function get(path, parameters = {}, signal = undefined) {
  return ask(path + query(parameters), { signal });
}

export function post(path, parameters, type, body) {
  return ask(path + query(parameters), { method: 'POST', headers: { 'Content-Type': type }, body });
}

/** Does something with a method of its own, told in JSON. */
export function send(method, path, body) {
  return ask(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}
