// Writes what Vega draws of a case: NAME.json becomes NAME.expected.
//   npm install vega vega-lite
//   cp make.cjs beside node_modules, then TZ=UTC node make.cjs NAME.json...
// The expectations are committed, so that no test needs these packages.
const fs = require('fs');
const number = x => String(+x.toFixed(3) + 0);

// Advances of ASCII in Noto Sans CJK SC, thousandths of an em: labels then part in both programs at the same widths.
const advances = {
  normal: '224 323 474 555 555 921 680 278 338 338 467 555 278 347 278 392 555 555 555 555 555 555 555 555 555 555 278 278 555 555 555 474 946 608 657 638 688 589 552 689 728 293 535 646 543 812 723 742 633 742 635 596 599 721 575 878 573 531 603 338 392 338 555 559 606 563 618 510 620 554 325 564 607 275 275 552 284 926 610 606 620 620 388 468 377 607 521 802 498 521 475 338 270 338 555',
  bold: '227 370 574 590 590 963 740 325 378 378 507 590 325 370 325 387 590 590 590 590 590 590 590 590 590 590 325 325 590 590 590 514 1007 641 681 656 714 615 585 717 757 330 568 686 578 853 749 770 667 770 682 624 625 748 619 915 627 580 613 378 387 378 590 567 626 591 644 527 644 581 372 597 640 304 306 604 315 964 641 626 644 644 436 495 421 637 576 863 562 574 511 378 296 378 590',
};
function measure(item, line) {
  const list = advances[/bold|[6-9]00/.test(item.fontWeight) ? 'bold' : 'normal'].split(' ');
  const sum = [...String(line)].reduce((all, c) => all + +(list[c.charCodeAt(0) - 32] ?? (c === '\u2212' ? list[11] : 1000)), 0);
  return sum / 1000 * (item.fontSize ?? 11);
}

const colour = (value, opacity, fillOpacity, width) => {
  if (!value || value === 'transparent' || width === 0) return 'none';
  if (typeof value === 'object') return 'gradient';
  const {rgb} = require('d3-color'), c = rgb(value);
  const alpha = Math.round(255 * (c.opacity ?? 1) * (opacity ?? 1) * (fillOpacity ?? 1));
  const hex = v => Math.round(v).toString(16).padStart(2, '0');
  return '#' + hex(c.r) + hex(c.g) + hex(c.b) + (alpha === 255 ? '' : hex(alpha));
};
const paints = item => colour(item.fill, item.opacity, item.fillOpacity) + ' ' +
  colour(item.stroke, item.opacity, item.strokeOpacity, item.strokeWidth);

// Of the geometry, without strokes.
function box(vega, type, item, dx, dy) {
  const bounds = new vega.Bounds(), plain = Object.assign(Object.create(Object.getPrototypeOf(item)), item, {stroke: null, strokeWidth: 0});
  plain.mark = item.mark;
  vega.Marks[type].bound(bounds, type === 'line' || type === 'area' || type === 'trail' ? {items: [...item.mark.items].map(i => Object.assign({}, i, {stroke: null, strokeWidth: 0, mark: item.mark}))} : plain);
  return [bounds.x1 + dx, bounds.y1 + dy, bounds.x2 + dx, bounds.y2 + dy].map(number).join(' ');
}

// The point on the baseline at the text's own side.
function text(item, dx, dy) {
  const size = item.fontSize || 11, fraction = {center: 0.5, right: 1}[item.align] || 0;
  const shift = {top: 0.79, middle: 0.3, bottom: -0.21, 'line-top': 0.79, 'line-bottom': -0.21}[item.baseline] || 0;
  const angle = (item.angle || 0) * Math.PI / 180, x = item.dx || 0, y = (item.dy || 0) + Math.round(shift * size);
  let px = item.x || 0, py = item.y || 0;
  if (item.radius) { const t = (item.theta || 0) - Math.PI / 2; px += item.radius * Math.cos(t); py += item.radius * Math.sin(t); }
  return [number(px + dx + x * Math.cos(angle) - y * Math.sin(angle)), number(py + dy + x * Math.sin(angle) + y * Math.cos(angle)),
    number(item.angle % 360 === 270 ? -90 : item.angle || 0), fraction, number(size), colour(item.fill, item.opacity, item.fillOpacity)].join(' ');
}

const words = item => Array.isArray(item.text) ? item.text.join(' ') : String(item.text ?? '');
const names = {'axis-tick': 'tick', 'axis-grid': 'grid', 'axis-domain': 'domain'};

function walk(vega, mark, dx, dy, lines, inside) {
  const role = mark.role || '';
  for (const item of mark.items) {
    if (mark.marktype === 'group') {
      const x = dx + (item.x || 0), y = dy + (item.y || 0);
      if (role === 'scope' && !inside && !/pathgroup/.test(mark.name || ''))
        lines.push(['frame', ...[x, y, item.width || 0, item.height || 0].map(number)].join(' '));
      for (const child of item.items) walk(vega, child, x, y, lines, inside || /axis|legend|title/.test(role));
    } else if (role === 'mark') {
      if (item.opacity === 0) continue;
      const joined = /line|area|trail/.test(mark.marktype);
      if (joined && item !== mark.items[0]) continue;
      lines.push(mark.marktype === 'text' ? (words(item) && 'text ' + text(item, dx, dy) + ' ' + words(item))
        : mark.marktype + ' ' + box(vega, mark.marktype, item, dx, dy) + ' ' + paints(item));
    } else if (names[role]) {
      if (item.opacity === 0) continue;
      lines.push(names[role] + ' ' + box(vega, 'rule', item, dx, dy));
    } else if (/label|title/.test(role)) {
      if (item.opacity === 0) continue;
      if (!words(item).trim()) continue;
      lines.push(role + ' ' + text(item, dx, dy) + ' ' + words(item));
    } else if (/symbol|gradient|band/.test(role)) {
      lines.push(role + ' ' + box(vega, mark.marktype, item, dx, dy) + ' ' + paints(item));
    }
  }
}

// Numbers along an axis stand a quarter em apart here, on purpose.
const apart = {labelSeparation: 2.5};

async function expect(path) {
  const vega = await import('vega'), vl = await import('vega-lite');
  vega.textMetrics.width = (item, text) => measure(item, Array.isArray(text) ? text.join(' ') : text ?? '');
  const spec = JSON.parse(fs.readFileSync(path, 'utf8'));
  const view = new vega.View(vega.parse(vl.compile(spec, {config: {axisXQuantitative: apart, axisXTemporal: apart}}).spec), {renderer: 'none'});
  view.logLevel(0);
  await view.runAsync();
  const lines = [], root = view.scenegraph().root;
  const group = root.items[0];
  lines.push(['plot', number(group.width || 0), number(group.height || 0)].join(' '));
  for (const child of group.items) walk(vega, child, 0, 0, lines, false);
  fs.writeFileSync(path.replace(/json$/, 'expected'), lines.filter(Boolean).join('\n') + '\n');
}

(async () => {
  console.warn = console.log = () => {};
  for (const path of process.argv.slice(2)) {
    try { await expect(path); } catch (e) { console.error(path + ': ' + e.message.split('\n')[0]); }
  }
  process.exit(0);
})();
