// Draws every panel of every dashboard from a Prometheus into one page that needs nothing else: what
// Grafana would show, where there is no Grafana.
//   node render.mjs DASHBOARDS_FOLDER PROMETHEUS_URL PAGE [MINUTES]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, prometheus, page, minutes = '15'] = process.argv.slice(2);
const end = Math.floor(Date.now() / 1000);
const start = end - Number(minutes) * 60;
const step = Math.max(5, Math.round((end - start) / 120));
const colours = ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd', '#8c564b', '#e377c2', '#7f7f7f', '#bcbd22', '#17becf'];

async function query(expr) {
  const url = `${prometheus}/api/v1/query_range?` + new URLSearchParams({ query: expr, start, end, step });
  const answer = await (await fetch(url)).json();
  if (answer.status !== 'success') throw new Error(`${expr}: ${answer.error}`);
  return answer.data.result.map((series) => ({
    labels: series.metric,
    points: series.values.map(([t, v]) => [t, Number(v)]).filter(([, v]) => Number.isFinite(v)),
  }));
}

const units = {
  percentunit: (v) => `${(100 * v).toFixed(v > 0.99 && v < 1 ? 3 : 1)} %`,
  s: (v) => (v < 1 ? `${(1000 * v).toPrecision(3)} ms` : v < 120 ? `${v.toPrecision(3)} s` : v < 7200 ? `${(v / 60).toFixed(1)} min` : v < 172800 ? `${(v / 3600).toFixed(1)} h` : `${(v / 86400).toFixed(1)} d`),
  reqps: (v) => `${v.toPrecision(3)}/s`,
  bytes: (v) => `${(v / 1048576).toFixed(0)} MiB`,
  short: (v) => (Number.isInteger(v) ? String(v) : v.toPrecision(3)),
};
const format = (unit, v) => (units[unit] ?? units.short)(v);
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const legend = (pattern, labels) => (pattern ?? '').replace(/\{\{(\w+)\}\}/g, (_, name) => labels[name] ?? '') || JSON.stringify(labels);

function chart(unit, series) {
  const values = series.flatMap((s) => s.points.map(([, v]) => v));
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1e-12);
  const x = (t) => 46 + (340 * (t - start)) / (end - start);
  const y = (v) => 120 - (108 * (v - low)) / (high - low);
  const lines = series.map((s, i) => `<polyline fill="none" stroke="${colours[i % colours.length]}" stroke-width="1.4" points="${s.points.map(([t, v]) => `${x(t).toFixed(1)},${y(v).toFixed(1)}`).join(' ')}"/>`);
  const names = series.slice(0, 8).map((s, i) => `<span><i style="background:${colours[i % colours.length]}"></i>${escape(s.name)} ${escape(format(unit, s.points.at(-1)[1]))}</span>`);
  if (series.length > 8) names.push(`<span>and ${series.length - 8} more</span>`);
  return `<svg viewBox="0 0 390 130"><line x1="46" x2="386" y1="${y(low)}" y2="${y(low)}" stroke="#bbb"/><text x="2" y="18">${escape(format(unit, high))}</text><text x="2" y="122">${escape(format(unit, low))}</text>${lines.join('')}</svg><p class="legend">${names.join(' ')}</p>`;
}

function stat(unit, thresholds, series) {
  const value = series[0].points.at(-1)[1];
  const colour = (thresholds ?? []).reduce((c, s) => (s.value === null || value >= s.value ? s.color : c), 'black');
  return `<p class="stat" style="color:${colour === 'yellow' ? '#b58900' : colour}">${escape(format(unit, value))}</p>`;
}

let body = '';
let empty = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
  const dashboard = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  body += `<h1>${escape(dashboard.title)}</h1><div class="grid">`;
  for (const panel of dashboard.panels) {
    if (panel.type === 'row') {
      body += `<h2>${escape(panel.title)}</h2>`;
      continue;
    }
    const { unit, thresholds } = panel.fieldConfig.defaults;
    const series = [];
    for (const target of panel.targets) {
      for (const s of await query(target.expr)) {
        if (s.points.length) series.push({ ...s, name: legend(target.legendFormat, s.labels) });
      }
    }
    let picture = '<p class="none">no data</p>';
    if (series.length) picture = panel.type === 'stat' ? stat(unit, thresholds?.steps, series) : chart(unit, series);
    else empty++;
    body += `<section style="grid-column: span ${panel.gridPos.w}"><h3>${escape(panel.title)}</h3>${picture}</section>`;
  }
  body += '</div>';
}
writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>ML trading dashboards</title><style>
body{font:13px system-ui,sans-serif;margin:16px;background:#f4f5f7;color:#222}
.grid{display:grid;grid-template-columns:repeat(24,1fr);gap:8px}
h1{font-size:18px;margin:18px 0 6px}h2{grid-column:span 24;font-size:13px;margin:6px 0 0;color:#666}
section{background:#fff;border:1px solid #ddd;border-radius:4px;padding:6px 8px}h3{font-size:12px;margin:0 0 4px}
svg text{font-size:9px;fill:#777}.legend{margin:2px 0 0;font-size:10px;color:#444}.legend span{margin-right:8px;white-space:nowrap}
.legend i{display:inline-block;width:8px;height:8px;margin-right:3px}.stat{font-size:26px;margin:10px 0;text-align:center}.none{color:#999;text-align:center}
</style><p>Rendered from Prometheus at ${new Date(end * 1000).toISOString()}, last ${minutes} minutes. ${empty} panels have no data.</p>${body}`);
console.log(`${page}: ${empty} panels without data`);
