/** Asks the API; what it refuses becomes an Error with the reason it gave. */
export async function get(path, parameters) {
  let response;
  try {
    response = await fetch(`${path}?${new URLSearchParams(parameters)}`, { cache: 'no-store' });
  } catch {
    throw new Error('Không kết nối được với máy chủ; kiểm tra mạng rồi thử lại.');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.detail ?? `Máy chủ trả lời ${response.status}; thử lại sau.`);
  }
  return body;
}
