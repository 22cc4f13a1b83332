// Writes the tables of expected values from the original packages:
//   npm install d3-scale d3-format d3-time d3-time-format d3-scale-chromatic
//   NODE_PATH=node_modules TZ=UTC node make.cjs FOLDER
// The tables are committed, so that no test needs these packages.
const fs = require('fs'), path = require('path');
const out = process.argv[2];
let seed = 1;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const pick = list => list[Math.floor(random() * list.length)];
// Numbers of all magnitudes, many of them round.
const number = () => {
  const magnitude = Math.pow(10, Math.floor(random() * 13) - 4);
  const value = random() < 0.4 ? Math.round(random() * 20) : random() * 10;
  return +(value * magnitude).toPrecision(6);
};
const write = (name, lines) =>
  fs.writeFileSync(path.join(out, name), lines.map(line => line.join('\t') + '\n').join(''));

const makers = {};

// type, parameter, start, stop, count, how many ticks, the first, the second, the last; the domain
// made nice; a value and its share of the range.
makers.scales = () => {
  const d3 = require('d3-scale'), lines = [];
  const types = {
    linear: () => [d3.scaleLinear(), 0],
    log: () => { const b = pick([10, 10, 10, 2, 5]); return [d3.scaleLog().base(b), b]; },
    pow: () => { const e = pick([2, 0.3, 1, 3]); return [d3.scalePow().exponent(e), e]; },
    sqrt: () => [d3.scaleSqrt(), 0],
    symlog: () => { const c = pick([1, 1, 10, 0.1]); return [d3.scaleSymlog().constant(c), c]; },
  };
  for (const type of ['linear', 'linear', 'linear', 'log', 'log', 'pow', 'sqrt', 'symlog']) {
    for (let i = 0; i < 500; i++) {
      const [scale, parameter] = types[type]();
      let a = number(), b = number();
      if (type === 'log') { a = a || 1; b = b || 2; if (random() < 0.1) { a = -a; b = -b; } }
      else if (random() < 0.3) a = -a;
      if (a === b) continue;
      const count = pick([2, 3, 5, 5, 8, 10, 10, 20]);
      scale.domain([a, b]);
      const ticks = scale.ticks(count), value = a + (b - a) * 0.37;
      const nice = scale.copy().nice(10).domain();
      lines.push([type, parameter, a, b, count, ticks.length, ticks[0] ?? 0, ticks[1] ?? 0,
        ticks[ticks.length - 1] ?? 0, nice[0], nice[1], value, scale(value)]);
    }
  }
  return lines;
};

// specifier, value, text; in American English.
makers.numbers = () => {
  const d3 = require('d3-format'), lines = [];
  const value = () => {
    const v = pick([0, 0.5, 1.5, 2.5, -0.5, 1e-7, 1e21, 123456789, 0.1, 99.95, 999999.5, -1, 1 / 3,
      number(), number(), number(), -number(), number() * 1e9, Math.round(number()), random(), -0.0001]);
    return v;
  };
  const specifier = () => {
    const fill = pick(['', '', '', '', '*', '0', '零']);
    const align = fill ? pick('<>=^'.split('')) : pick(['', '', '', '<', '=', '^']);
    return fill + align + pick(['', '', '', '+', '-', '(', ' ']) + pick(['', '', '', '$', '#']) +
      pick(['', '', '0']) + pick(['', '', '', '5', '12', '20']) + pick(['', '', ',']) +
      pick(['', '', '', '.0', '.1', '.2', '.3', '.5', '.12', '.20', '.25']) + pick(['', '', '~']) +
      pick('efgrsp%dbnxXo'.split('').concat(['', '', 's', 'f', '%', 'r']));
  };
  for (let i = 0; i < 6000; i++) {
    const s = specifier(), v = value();
    lines.push([s, Object.is(v, -0) ? '-0' : v, d3.format(s)(v)]);
  }
  return lines;
};

// specifier, start, stop, count, a tick, its text as an axis prints it.
makers['tick-formats'] = () => {
  const d3 = require('d3-scale'), array = require('d3-array'), lines = [];
  for (let i = 0; i < 1500; i++) {
    const s = pick([',', '', 's', '~s', 'e', 'g', 'r', 'p', 'f', ',f', '%', '+%', '.2s', '.1f', '$,', 'd']);
    const a = pick([0, 0, number(), -number()]), b = a + (number() || 1), count = pick([2, 5, 8, 10, 20]);
    const format = d3.tickFormat(a, b, count, s), ticks = array.ticks(a, b, count);
    if (!ticks.length || array.tickIncrement(a, b, count) === 0) continue;
    const tick = ticks[Math.floor(random() * ticks.length)];
    lines.push([s, a, b, count, tick, format(tick)]);
  }
  return lines;
};

// pattern, time, text in English, text in Chinese.
makers.times = () => {
  const d3 = require('d3-time-format'), lines = [], directives = 'aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ%';
  const zh = d3.timeFormatLocale(JSON.parse(fs.readFileSync(require.resolve('d3-time-format/locale/zh-CN'))));
  const moment = () => Math.floor(pick([
    () => (random() - 0.3) * 4e12, () => Date.UTC(2000 + random() * 30, random() * 12, 1),
    () => Date.UTC(2022, 0, 1 + random() * 400), () => (random() - 0.5) * 4e14 * random(),
    () => Date.UTC(1900 + random() * 200, 11, 25 + random() * 14, 23, 59, 59, 999)])());
  for (let i = 0; i < 4000; i++) {
    let pattern = '';
    for (let k = 0; k < 1 + random() * 3; k++) pattern += pick(['%', '%', '%', '%-', '%_', '%0']) + pick(directives.split('')) + pick(['', '年', ' ', '/']);
    const t = moment();
    if (new Date(t).getUTCFullYear() < 100) continue;
    lines.push([pattern, t, d3.utcFormat(pattern)(t), zh.utcFormat(pattern)(t)]);
  }
  return lines;
};

// start, stop, count; how many ticks, the first, the second, the last; the domain made nice.
makers['time-ticks'] = () => {
  const d3 = require('d3-scale'), lines = [];
  for (let i = 0; i < 1500; i++) {
    const a = Math.floor((random() - 0.2) * 3e12), b = a + Math.floor(Math.pow(10, 1 + random() * 12));
    const count = pick([2, 3, 5, 5, 8, 10, 20]), scale = d3.scaleTime().domain([a, b]);
    const ticks = scale.ticks(count).map(Number), nice = scale.copy().nice().domain().map(Number);
    lines.push([a, b, count, ticks.length, ticks[0] ?? 0, ticks[1] ?? 0, ticks[ticks.length - 1] ?? 0, ...nice]);
  }
  return lines;
};


// The rows that expressions and transforms are tried on.
const rows = [
  {a: 1, b: 2.5, s: '锦江区', t: '2022-05-14', n: null, f: true, g: 'x', d: 1652486400000},
  {a: -3, b: 0, s: 'Wuhou District', t: '2020/2/29', n: 7, f: false, g: 'y', d: 1582934400000},
  {a: 0.1, b: 1e21, s: '', t: '2019-12-31T23:59:58.250', n: null, f: true, g: 'x', d: 1577836798250},
  {a: 12345.678, b: -0.5, s: '12px', t: 'Jan 3, 2021', n: 0, f: false, g: 'z', d: 1609632000000},
  {a: 7, b: 3, s: '  空 格  ', t: '2022-01-01', n: 2, f: true, g: 'y', d: 1640995200000},
];

// expression, row, value as JSON (a date by its ms).
makers.expressions = async () => {
  const vega = await import('vega'), lines = [];
  const numbers = ['datum.a', 'datum.b', '3', '-2.5', 'datum.n'];
  const list = [
    '1 + 2 * 3 - 4 / 5 % 3', '(1 + 2) * 3', '2 - 3 - 4', '-datum.a', '+datum.s', '!datum.n', '~datum.a',
    '1 < 2 === true', 'datum.a > 0 && datum.b', 'datum.a > 0 || datum.s', 'datum.n == null', 'datum.n === null',
    "'1' == 1", "'1' === 1", "'b' > 'a'", "'10' < '9'", "'10' < 9", 'null >= 0', 'null == 0', 'NaN == NaN', "'' == 0",
    'true + 1', "'a' + 1 + 2", "1 + 2 + 'a'", "datum.s + '!'", 'datum.a + datum.s', "null + 'x'", '5 & 3 | 8 ^ 2', '1 << 31', '-1 >>> 28', '-9 >> 1',
    '0x1F + 1e3 + .5', "'\\u5e74\\n\\t\\'x'", "[1, 'a', null][1]", '[1, 2, 3].length', "{a: 1, 'b c': 2}['b c']", "datum['s']", "datum.s.length", "datum.s[0]",
    'datum.a > 0 ? 1 : datum.a < -1 ? 2 : 3', "if(datum.f, 'yes', 'no')", 'PI * 2', 'E', 'LN2 + LN10 + LOG2E + LOG10E + SQRT1_2 + SQRT2', 'MAX_VALUE', 'MIN_VALUE',
    'isArray([1])', 'isBoolean(datum.f)', 'isDate(datetime(2020, 1))', 'isDefined(datum.n)', 'isNumber(datum.a)', 'isNumber(datum.s)', 'isObject({a: 1})', 'isRegExp(/a/)', 'isString(datum.s)', 'isValid(datum.n)', 'isNaN(datum.s)', 'isFinite(datum.a)',
    'toBoolean(datum.s)', 'toNumber(datum.s)', 'toNumber(datum.n)', 'toString(datum.a)', 'toString(datum.n)', 'clamp(datum.a, 0, 5)', 'hypot(3, 4)', 'max(1, datum.a, 3)', 'min(1, datum.a)', 'max()', 'pow(2, 10)', 'atan2(1, 2)',
    'lower(datum.s)', 'upper(datum.s)', "pad(datum.s, 8, '*')", "pad(datum.s, 8, '*', 'left')", "pad(datum.g, 6, '-', 'center')", 'parseFloat(datum.s)', 'parseInt(datum.s)', "parseInt('ff', 16)", "replace(datum.s, '区', '县')", "replace(datum.s, /[a-z]+/g, '<$&>')", "replace('2022-05', /(\\d+)-(\\d+)/, '$2/$1')",
    "split('a,b,c', ',')", "split('a,b,c', ',', 2)", "split('abc', '')", "split('a,b,', ',')", 'substring(datum.s, 1, 3)', 'substring(datum.s, 3, 1)', 'slice(datum.s, -2)', 'slice([1, 2, 3, 4], 1, 3)', 'slice([1, 2, 3], -2)', 'trim(datum.s)', "truncate(datum.s, 5)", "truncate(datum.s, 5, 'left')", "truncate(datum.s, 6, 'center', '..')", "truncate('abc', 2)",
    "test(/区$/, datum.s)", "test('[0-9]+px', datum.s)", "test(/DISTRICT/i, datum.s)", "test(/^\\s*\\S+\\s\\S+\\s*$/, datum.s)", "test(/a{2,3}b?|c+?/, 'aab')", "test(/^(a|b)*c$/, 'ababc')", "test(/[^一-龥]/, datum.s)", "test(regexp('W.h', ''), datum.s)", "test(/\\bDis/, datum.s)",
    "indexof(datum.s, 'i')", "lastindexof(datum.s, 'i')", 'indexof([1, 2, 3], 2)', 'lastindexof([1, 2, 1], 1)', 'length(datum.s)', 'length([1, 2])', "join(['a', null, 2], '-')", 'extent([3, 1, null, 2])', 'span([1, 5])', 'clampRange([2, 8], 0, 5)', 'clampRange([-1, 3], 0, 9)', 'inrange(3, [1, 5])', 'inrange(5, [1, 5], true, false)', 'inrange(1, [5, 1])', 'peek([1, 2])', 'reverse([1, 2, 3])', 'sequence(4)', 'sequence(1, 2, 0.25)', 'sort([3, 1, 2])', "pluck([{a: 1}, {a: 2}], 'a')", 'merge({a: 1}, {b: 2}, {a: 3})',
    'year(datum.d)', 'quarter(datum.d)', 'month(datum.d)', 'date(datum.d)', 'day(datum.d)', 'dayofyear(datum.d)', 'week(datum.d)', 'hours(datum.d)', 'minutes(datum.d)', 'seconds(datum.d)', 'milliseconds(datum.d)', 'time(datum.d)', 'utcyear(datum.d)', 'timezoneoffset(datum.d)', 'time(datum.t)', 'year(datum.t)',
    'datetime(2022, 4, 14)', 'datetime(2022, 12, 1, 25)', "datetime('2022-05-14')", 'utc(2020, 0, 31)', "timeOffset('month', datum.d, 2)", "timeOffset('week', datum.d)", "timeOffset('quarter', datum.d, -1)", "timeOffset('year', datum.d, 1)", "timeOffset('hours', datum.d, 5)", 'datetime(2022, 0, 2) - datetime(2022, 0, 1)', 'datetime(2022, 0, 2) > datetime(2022, 0, 1)',
    "timeFormat(datum.d, '%Y-%m-%d %H:%M:%S.%L')", "utcFormat(datum.d, '%j %U %V %q')", 'dayFormat(0)', 'dayAbbrevFormat(6)', 'monthFormat(0)', 'monthAbbrevFormat(11)', "format(datum.a, ',.1f')", "format(datum.b, '.3s')", "format(0.123, '.1%')", "btoa('abcd')",
    "datum.a >= 0 && datum.a < 10 && !(datum.g === 'x')", 'isValid(datum.n) ? datum.n * 2 : -1', "indexof(['x', 'y'], datum.g) >= 0", "(datum.b || 0) / (datum.a || 1)", "datum.g + ':' + format(datum.a, '.0f')",
  ];
  for (const f of ['abs', 'acos', 'asin', 'atan', 'ceil', 'cos', 'exp', 'floor', 'log', 'round', 'sin', 'sqrt', 'tan', 'isNaN', 'isFinite', 'toBoolean', 'toNumber', 'toString'])
    for (const x of ['datum.a', 'datum.b', '0.5', '-1.5']) list.push(`${f}(${x})`);
  for (const op of ['+', '-', '*', '/', '%', '<', '<=', '>', '>=', '==', '!=', '===', '!==', '&', '|', '^', '<<', '>>', '>>>', '&&', '||'])
    for (const x of numbers) for (const y of numbers) list.push(`${x} ${op} ${y}`);
  const view = new vega.View(vega.parse({data: [{name: 't', values: rows.map(row => ({...row})),
    transform: list.map((expr, i) => ({type: 'formula', expr, as: 'e' + i}))}]}), {renderer: 'none'});
  await view.runAsync();
  const plain = v => v instanceof Date ? +v : typeof v === 'number' && !isFinite(v) ? String(v) : v === undefined ? null : v;
  view.data('t').forEach((row, i) => list.forEach((e, k) =>
    (e.includes('datum') || i === 0) && lines.push([e, i, JSON.stringify(plain(row['e' + k]))])));
  return lines;
};
makers['expressions-rows'] = () => rows.map(row => [JSON.stringify(row)]);

// rows, transforms of Vega-Lite, the rows that they make.
makers.transforms = async () => {
  const vega = await import('vega'), vl = await import('vega-lite'), lines = [];
  const table = [
    {k: 'a', g: 'x', v: 3, w: 1, t: '2022-01-31'}, {k: 'b', g: 'x', v: -1, w: 2, t: '2022-02-10'},
    {k: 'c', g: 'y', v: 7.5, w: null, t: '2022-02-28'}, {k: 'd', g: 'y', v: 3, w: 4, t: '2023-05-14'},
    {k: 'e', g: 'x', v: null, w: 5, t: '2022-12-31'}, {k: 'f', g: 'z', v: 12, w: 6, t: '2022-07-01'},
  ];
  const ops = ['count', 'sum', 'mean', 'average', 'min', 'max', 'median', 'valid', 'distinct', 'missing',
    'product', 'variance', 'variancep', 'stdev', 'stdevp', 'stderr', 'q1', 'q3'];
  const list = [
    [{filter: 'datum.v > 2'}], [{filter: {field: 'v', gte: 3}}], [{filter: {field: 'g', oneOf: ['x', 'z']}}],
    [{filter: {field: 'v', valid: true}}, {filter: {field: 'v', range: [0, 7.5]}}], [{filter: 'isValid(datum.v)'}, {filter: {field: 'v', range: [null, 3]}}], [{filter: {field: 'w', valid: true}}],
    [{filter: {and: [{field: 'g', equal: 'x'}, {not: {field: 'v', lt: 0}}]}}], [{filter: {or: ['datum.v < 0', {field: 'k', equal: 'f'}]}}],
    [{calculate: 'datum.v * 2', as: 'd'}], [{calculate: "datum.g + '-' + datum.k", as: 'g'}],
    ...ops.map(op => [{aggregate: [{op, field: 'v', as: 'r'}], groupby: ['g']}]),
    [{aggregate: [{op: 'count', as: 'n'}, {op: 'sum', field: 'w', as: 's'}]}],
    [{joinaggregate: [{op: 'sum', field: 'v', as: 's'}], groupby: ['g']}], [{joinaggregate: [{op: 'max', field: 'v', as: 'm'}]}],
    [{fold: ['v', 'w']}], [{fold: ['v', 'w'], as: ['name', 'amount']}],
    [{bin: true, field: 'v', as: ['lo', 'hi']}], [{bin: {maxbins: 4}, field: 'v', as: ['lo', 'hi']}], [{bin: {step: 5}, field: 'v', as: ['lo', 'hi']}],
    [{bin: {maxbins: 20, nice: false}, field: 'w', as: ['lo', 'hi']}], [{bin: {extent: [0, 10]}, field: 'v', as: ['lo', 'hi']}],
    [{stack: 'v', groupby: ['g'], as: ['y0', 'y1']}], [{stack: 'v', groupby: ['g'], sort: [{field: 'k', order: 'descending'}], as: ['y0', 'y1']}],
    [{stack: 'w', groupby: ['g'], offset: 'normalize', as: ['y0', 'y1']}], [{stack: 'w', groupby: ['g'], offset: 'center', as: ['y0', 'y1']}],
    ...['row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist'].map(op => [{window: [{op, as: 'r'}], sort: [{field: 'v', order: 'descending'}]}]),
    [{window: [{op: 'ntile', param: 3, as: 'r'}], sort: [{field: 'k'}]}],
    ...['lag', 'lead', 'first_value', 'last_value'].map(op => [{window: [{op, field: 'w', as: 'r'}], sort: [{field: 'k'}], groupby: ['g']}]),
    [{window: [{op: 'nth_value', param: 2, field: 'w', as: 'r'}], sort: [{field: 'k'}], frame: [null, null]}],
    [{window: [{op: 'sum', field: 'v', as: 'r'}], sort: [{field: 'k'}]}], [{window: [{op: 'sum', field: 'v', as: 'r'}], sort: [{field: 'v'}]}],
    [{window: [{op: 'sum', field: 'v', as: 'r'}], sort: [{field: 'v'}], ignorePeers: true}], [{window: [{op: 'mean', field: 'w', as: 'r'}], sort: [{field: 'k'}], frame: [-1, 1]}],
    [{window: [{op: 'count', as: 'r'}], sort: [{field: 'k'}], groupby: ['g']}],
    ...['year', 'yearmonth', 'month', 'quarter', 'yearquarter', 'day', 'date', 'week', 'yearweek', 'dayofyear', 'monthdate', 'yearmonthdate', 'hours'].map(u => [{timeUnit: u, field: 't', as: 'u'}]),
    [{lookup: 'g', from: {data: {values: [{id: 'x', name: 'ex', n: 1}, {id: 'y', name: 'why', n: 2}]}, key: 'id', fields: ['name', 'n']}}],
    [{lookup: 'g', from: {data: {values: [{id: 'y', name: 'why'}]}, key: 'id', fields: ['name']}, as: ['called'], default: '-'}],
    [{lookup: 'w', from: {data: {values: [{k: 1, r: 'one'}, {k: 4, r: 'four'}, {k: 4, r: 'again'}]}, key: 'k', fields: ['r']}}],
    [{pivot: 'g', value: 'w', groupby: ['k']}], [{pivot: 'g', value: 'v', op: 'max'}], [{pivot: 'k', value: 'v', groupby: ['g'], limit: 3}],
    [{quantile: 'v', probs: [0, 0.25, 0.5, 0.9, 1]}], [{quantile: 'w', groupby: ['g'], step: 0.2, as: ['p', 'q']}],
    [{regression: 'v', on: 'w'}], [{regression: 'w', on: 'v', groupby: ['g']}], [{regression: 'w', on: 'v', extent: [0, 10], as: ['x', 'y']}],
    [{impute: 'v', key: 'k', groupby: ['g']}], [{impute: 'w', key: 'k', value: 9, keyvals: ['a', 'z']}], [{impute: 'w', key: 'w', keyvals: {start: 0, stop: 3}}],
    [{impute: 'v', key: 'k', groupby: ['g'], method: 'mean'}], [{impute: 'v', key: 'k', groupby: ['g'], method: 'max', frame: [-2, 2]}],
  ];
  for (const transform of list) {
    const spec = vl.compile({data: {values: table.map(row => ({...row})), format: {parse: {t: 'date'}}}, transform,
      mark: 'point', encoding: {}}).spec;
    const view = new vega.View(vega.parse(spec), {renderer: 'none'});
    await view.runAsync();
    const name = spec.marks[0].from.data, out = view.data(name).map(row => ({...row}));
    for (const row of out) for (const key of Object.keys(row)) {
      if (key === 't' || /^_?imputed?_|^_impute/.test(key)) delete row[key];
      else if (row[key] instanceof Date) row[key] = +row[key];
      else if (row[key] === undefined || (typeof row[key] === 'number' && !isFinite(row[key]))) row[key] = null;
    }
    lines.push([JSON.stringify(table), JSON.stringify(transform), JSON.stringify(out)]);
  }
  return lines;
};

(async () => {
  for (const name of Object.keys(makers)) write(name + '.tsv', await makers[name]());
})();
