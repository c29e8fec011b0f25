/** Asks the API; what it refuses becomes an Error with the reason it gave, and all its faults where there are several. */
async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', ...options });
  } catch {
    throw new Error('Không kết nối được với máy chủ; kiểm tra mạng rồi thử lại.');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = new Error(body.detail ?? `Máy chủ trả lời ${response.status}; thử lại sau.`);
    error.faults = body.errors ?? [];
    throw error;
  }
  return body;
}

export function get(path, parameters) {
  return ask(`${path}?${new URLSearchParams(parameters)}`, {});
}

export function post(path, parameters, type, body) {
  const query = new URLSearchParams(parameters).toString();
  return ask(query ? `${path}?${query}` : path, { method: 'POST', headers: { 'Content-Type': type }, body });
}

/** Does something with a method of its own, told in JSON. */
export function send(method, path, body) {
  return ask(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}
