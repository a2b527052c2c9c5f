// Put at the end of a copy of the report: does what a reader does and writes down what came of it.
// Runs in the page, knows nothing of its scripts.
(function () {
  'use strict';
  const opened = performance.now();
  const failures = [];
  const by = (id) => document.getElementById(id);
  const rows = () => Array.from(by('rows').rows);
  const check = (name, so) => { if (!so) failures.push(name); };
  const input = (id, value) => { by(id).value = value; by(id).dispatchEvent(new Event('input', { bubbles: true })); };
  const timed = (act) => { const from = performance.now(); act(); document.body.offsetHeight; return Math.round(performance.now() - from); };
  const window_ = () => by('window').textContent.split(' / ').map((s) => s.trim());
  const all = +window_()[1];
  const inOrder = (values, down) => values.every((v, i) => i === 0 || (down ? values[i - 1] >= v : values[i - 1] <= v));
  const inNames = (values, down) => values.every((v, i) => i === 0 || (down ? -1 : 1) * values[i - 1].localeCompare(v, document.documentElement.lang) <= 0);

  check('a window of findings is drawn', rows().length === Math.min(50, all));
  const millis = { open: Math.round(opened) };

  // Language: both show, and only one at a time.
  for (const lang of ['zh', 'en']) {
    millis['to ' + lang] = timed(() => document.querySelector('[data-set=' + lang + ']').click());
    check(lang + ' is set', document.documentElement.lang === lang);
    check(lang + ' alone shows', document.querySelector('h1 .' + lang).offsetParent !== null
      && document.querySelector('h1 .' + (lang === 'zh' ? 'en' : 'zh')).offsetParent === null);
    check(lang + ' has a placeholder', by('q').placeholder.length > 3);
  }

  // Sorting findings: every key, both ways.
  const column = { rule: 2, centre: 3, seen: 6 };
  for (const key of Object.keys(column)) {
    const button = document.querySelector('[data-key=' + key + ']');
    for (const down of [false, true]) {
      millis['sort ' + key + (down ? ' down' : '')] = timed(() => button.click());
      const shown = rows().map((r) => key === 'centre' ? r.cells[3].firstChild.textContent : r.cells[column[key]].textContent);
      const sorted = key === 'centre' ? inNames(shown, down) : inOrder(shown, down);
      check('sorted by ' + key + (down ? ' down' : ''), sorted);
      check('says how it is sorted', button.closest('th').getAttribute('aria-sort') === (down ? 'descending' : 'ascending'));
    }
  }
  document.querySelector('[data-key=rank]').click();

  // Filtering all of them, not only the window.
  const rule = rows()[0].cells[2].textContent;
  millis.search = timed(() => input('q', rule.toLowerCase()));
  check('the search finds the rule', rows().length > 0 && rows().every((r) => r.textContent.includes(rule)));
  millis['search nothing'] = timed(() => input('q', 'no such text anywhere'));
  check('says that nothing matches', window_()[0] === '0' && rows().length === 1);
  by('clear').click();
  millis.severity = timed(() => input('severity', '1'));
  check('only warnings', rows().every((r) => r.querySelector('.pill.warning')));
  const centre = rows()[0].cells[3].title;
  input('centre', centre);
  check('only one centre', rows().every((r) => r.cells[3].title === centre));
  by('clear').click();
  check('clearing shows all', +window_()[1] === all);
  const link = document.querySelector('[data-show^="centre="]');
  if (link) {
    link.click();
    check('a centre leads to its findings', by('centre').value === link.dataset.show.split('=')[1]);
    by('clear').click();
  }

  // Turning pages to the end.
  let pages = 1;
  while (!by('on').disabled) { by('on').click(); pages++; }
  check('the last window ends with the last finding', window_()[0].endsWith('–' + all) && pages === Math.ceil(all / 50));
  by('clear').click();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
  check('the / key goes to the search', document.activeElement === by('q'));

  // The centres' table sorts by numbers as numbers.
  const errors = document.querySelector('#centre-table [data-sort="4"]');
  errors.click();
  const counts = Array.from(by('centre-table').tBodies[0].rows).map((r) => parseInt(r.cells[4].textContent, 10));
  check('centres sort by errors, most first', inOrder(counts, true));

  // Print: everything is open, and closed again.
  const closed = document.querySelectorAll('details:not([open])').length;
  window.dispatchEvent(new Event('beforeprint'));
  check('print opens every detail', document.querySelectorAll('details:not([open])').length === 0);
  window.dispatchEvent(new Event('afterprint'));
  check('and closes them again', document.querySelectorAll('details:not([open])').length === closed);

  // Contrast of every text that shows (WCAG 2: 4.5, 3 for large), and nothing wider than the window.
  const luminance = (c) => c.slice(0, 3).map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; })
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const colour = (text) => text.match(/[\d.]+/g).map(Number);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
  const faint = new Set();
  let least = 99;
  document.querySelectorAll('body *').forEach((e) => {
    if (e.closest('svg,script,select') || e.disabled || e.offsetParent === null || !Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim())) return;
    const style = getComputedStyle(e);
    const pair = [luminance(colour(style.color)), luminance(ground(e))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    least = Math.min(least, ratio);
    if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) faint.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(1) + ' ' + e.textContent.slice(0, 20));
  });
  check('contrast: ' + Array.from(faint).slice(0, 6).join(' | '), faint.size === 0);
  check('nothing is wider than the window: ' + document.documentElement.scrollWidth + ' > ' + innerWidth, document.documentElement.scrollWidth <= innerWidth);

  const said = { failures, findings: all, width: innerWidth, dark: matchMedia('(prefers-color-scheme:dark)').matches, contrast: +least.toFixed(1), millis };
  const pre = document.createElement('pre');
  pre.id = 'probe';
  pre.textContent = JSON.stringify(said);
  document.body.appendChild(pre);
  if (parent !== window) parent.postMessage(JSON.stringify(said), '*');
})();
