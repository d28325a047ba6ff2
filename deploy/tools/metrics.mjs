// Reads PromQL expressions from standard input, one a line, and prints each metric they name, once.
// A line that is no PromQL ends it with the line and 1.
import { parser } from '@prometheus-io/lezer-promql';
import { readFileSync } from 'node:fs';

const names = new Set();
let bad = 0;
for (const expression of readFileSync(0, 'utf8').split('\n').filter((line) => line.trim())) {
  parser.parse(expression).iterate({
    enter(node) {
      if (node.type.isError) {
        console.error(`not PromQL at ${node.from}: ${expression}`);
        bad = 1;
      }
      if (node.name === 'VectorSelector') {
        const identifier = node.node.getChild('Identifier');
        if (identifier) names.add(expression.slice(identifier.from, identifier.to));
      }
    },
  });
}
console.log([...names].sort().join('\n'));
process.exit(bad);
