// Prints every PromQL expression of the rules (rendered by promtool-compatible YAML) and dashboards
// under the folder given, one a line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];
const print = (text) => console.log(text.replace(/\s+/g, ' ').trim());

for (const file of readdirSync(join(root, 'grafana/dashboards')).filter((f) => f.endsWith('.json'))) {
  const dashboard = JSON.parse(readFileSync(join(root, 'grafana/dashboards', file), 'utf8'));
  for (const panel of dashboard.panels) for (const target of panel.targets ?? []) print(target.expr);
}
for (const file of readdirSync(join(root, 'prometheus/rules')).filter((f) => f.endsWith('.yml'))) {
  // our rules are written as `expr: one line` or `expr: |` and an indented block
  const lines = readFileSync(join(root, 'prometheus/rules', file), 'utf8').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i].match(/^(\s*)(?:- )?expr:\s*(.*)$/);
    if (!head) continue;
    if (head[2] !== '|') {
      print(head[2]);
      continue;
    }
    const block = [];
    const indent = lines[i + 1].match(/^\s*/)[0].length;
    while (i + 1 < lines.length && lines[i + 1].match(/^\s*/)[0].length >= indent && lines[i + 1].trim()) {
      block.push(lines[++i]);
    }
    print(block.join(' '));
  }
}
