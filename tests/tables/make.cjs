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

for (const name of Object.keys(makers)) write(name + '.tsv', makers[name]());
