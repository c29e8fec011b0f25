/** Words of small pictures and of charts. */
export default {
  vi: {
    over: 'vượt ngưỡng {limit}',
    within: 'trong ngưỡng {limit}',
    trend: '{n} tuần: từ {first} đến {last}, cao nhất {highest}',
    noTrend: 'chưa có số liệu theo tuần',
    limit: 'Ngưỡng {limit}',
    chart: '{ratio}, từ {from} đến {to}: đầu kỳ {first}, cuối kỳ {last}, cao nhất {highest} ngày {highestDay}, thấp nhất {lowest} ngày {lowestDay}. {limit}',
    chartOver: 'Vượt ngưỡng {limit} trong {n} ngày.',
    chartWithin: 'Không ngày nào vượt ngưỡng {limit}.',
    chartNone: '{ratio}, từ {from} đến {to}: không có số liệu.',
    point: '{day}: {percent} ({numerator} / {denominator})',
    pointNone: '{day}: không có số liệu',
  },
  en: {
    over: 'over the limit of {limit}',
    within: 'within the limit of {limit}',
    trend: '{n} weeks: from {first} to {last}, highest {highest}',
    noTrend: 'no figures by week yet',
    limit: 'Limit {limit}',
    chart: '{ratio}, {from} to {to}: {first} at the start, {last} at the end, highest {highest} on {highestDay}, lowest {lowest} on {lowestDay}. {limit}',
    chartOver: 'Over the limit of {limit} on {n} days.',
    chartWithin: 'Over the limit of {limit} on no day.',
    chartNone: '{ratio}, {from} to {to}: no data.',
    point: '{day}: {percent} ({numerator} / {denominator})',
    pointNone: '{day}: no data',
  },
};
