/** Numbers as officials read them: dot for thousands, comma as decimal mark, two decimals, half up. */

export const NO_DATA = 'không có số liệu';

export function whole(number) {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, '.');
  return number < 0 ? `-${digits}` : digits;
}

/** A percentage in exact integers: floating point would round some halves down. */
export function percent({ numerator, denominator }) {
  if (denominator <= 0) {
    return NO_DATA;
  }
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  const magnitude = n < 0n ? -n : n;
  const hundredths = (magnitude * 20000n + d) / (2n * d);
  const text = `${whole(Number(hundredths / 100n))},${String(hundredths % 100n).padStart(2, '0')}%`;
  return n < 0n ? `-${text}` : text;
}

export function date(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** How long ago, from two ISO times. */
export function age(then, now) {
  const minutes = Math.floor((Date.parse(now) - Date.parse(then)) / 60000);
  if (minutes < 1) {
    return 'vừa xong';
  }
  if (minutes < 60) {
    return `${minutes} phút trước`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ trước` : `${whole(Math.floor(hours / 24))} ngày trước`;
}
