/** The answer of the API; what it refuses becomes an Error with the reason it gave. */
async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error('Không kết nối được với máy chủ; kiểm tra mạng rồi thử lại.');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.detail ?? `Máy chủ trả lời ${response.status}; thử lại sau.`);
  }
  return body;
}

/** Asks the API. */
export function get(path, parameters) {
  return ask(`${path}?${new URLSearchParams(parameters)}`, { cache: 'no-store' });
}

/** Has the API do something. */
export function post(path, body) {
  return ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}
