/** Words for what the API says of alerts. */
import { date } from './numbers.js';

export const SEVERITIES = { SURE: 'Chắc chắn vượt ngưỡng', LIKELY: 'Có thể vượt ngưỡng' };

export const STATES = {
  raised: 'Chưa ai nhận xử lý',
  acknowledged: 'Đã nhận xử lý',
  frozen: 'Tạm ngưng vì nguồn im lặng',
  cleared: 'Đã hết',
};

export const REASONS = {
  RECOVERED: 'tỷ lệ đã xuống dưới mức phục hồi',
  PERIOD_ENDED: 'kỳ đã kết thúc',
  RULE_CHANGED: 'quy tắc cảnh báo đã thay đổi',
};

export const STEPS = {
  RAISED: 'Bắt đầu cảnh báo',
  WORSENED: 'Nặng hơn',
  CLEARED: 'Hết cảnh báo',
  FROZEN: 'Tạm ngưng vì nguồn im lặng',
  THAWED: 'Nguồn có tin trở lại',
  REMINDED: 'Nhắc lại',
  ESCALATED: 'Báo lên cấp trên',
  ACKNOWLEDGED: 'Nhận xử lý',
  UNACKNOWLEDGED: 'Hủy nhận xử lý',
  EXPIRED: 'Hết hạn nhận xử lý',
};

export const ACTS = { ACKNOWLEDGE: 'nhận xử lý', UNDO: 'hủy nhận xử lý' };

/** Local time of an answer, which stands in +07:00 already. */
export function time(iso) {
  return `${date(iso)} ${iso.slice(11, 16)}`;
}

/** Where an alert's unit or source is named. */
export function place(alert) {
  if (alert.scope === 'ALL') {
    return 'Toàn bộ';
  }
  return alert.scopeName ? `${alert.scopeName} (${alert.scope})` : alert.scope;
}
