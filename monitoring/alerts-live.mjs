// Breaks a stack of its own, one thing at a time, under a real Prometheus, and sees that just the right
// alerts fire and that they end again:
//   node monitoring/alerts-live.mjs
// The rules are the ones we deploy with their patience ("for:", evaluation interval) divided by 30, because
// nobody waits an hour for a check. Everything it starts has a folder of its own and ends with it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HASTE = 30;
const PATIENCE_MILLIS = 45_000;
const CALM_MILLIS = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'alerts-live-'));
const home = join(folder, 'stack');
// below the ports that the operating system hands out by itself
const offset = 1000 + Math.floor(Math.random() * 1100) * 10;
const prometheus = `http://127.0.0.1:${offset + 9000}`;
const environment = { ...process.env, ML_HOME: home, CI: 'true' };
const ml = (...words) => execFileSync('./ml', words, { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const attempt = (...words) => {
  try {
    return ml(...words);
  } catch (ended) {
    return ended.stdout;
  }
};
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

function stackVariables() {
  return Object.fromEntries([...ml('env').matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]));
}

function startPrometheus(variables) {
  mkdirSync(join(folder, 'rules'));
  for (const file of readdirSync('monitoring/prometheus/rules')) {
    const hasty = readFileSync(join('monitoring/prometheus/rules', file), 'utf8')
      .replace(/for: (\d+)([smh])/g, (_, n, unit) => `for: ${Math.round((n * { s: 1, m: 60, h: 3600 }[unit]) / HASTE)}s`)
      .replace(/interval: \d+s/g, 'interval: 1s');
    writeFileSync(join(folder, 'rules', file), hasty);
  }
  writeFileSync(join(folder, 'key'), variables.ML_API_KEY, { mode: 0o600 });
  const jobs = { 'ml-api': 'ML_API_URL', 'ml-trainer': 'TRAINING_API_URL', 'ml-inference': 'INFERENCE_API_URL' };
  writeFileSync(
    join(folder, 'prometheus.yml'),
    `global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}\nrule_files: [rules/*.yml]\nscrape_configs:\n` +
      Object.entries(jobs)
        .map(([job, url]) => `  - {job_name: ${job}, metrics_path: /metrics, authorization: {credentials_file: key}, static_configs: [{targets: ["${variables[url].replace('http://', '')}"]}]}\n`)
        .join(''),
  );
  return spawn('prometheus', [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/tsdb`, `--web.listen-address=${prometheus.replace('http://', '')}`], { stdio: 'ignore' });
}

async function firing() {
  try {
    const { data } = await (await fetch(`${prometheus}/api/v1/alerts`)).json();
    return [...new Set(data.alerts.filter((alert) => alert.state === 'firing').map((alert) => alert.labels.alertname))].sort();
  } catch {
    return ['(no Prometheus yet)'];
  }
}

// Waits until exactly `expected` fire, then looks on for a while: a late one would be one too many.
async function expectFiring(situation, expected) {
  const wanted = [...expected].sort().join(' ');
  const deadline = Date.now() + PATIENCE_MILLIS;
  let seen;
  while ((seen = (await firing()).join(' ')) !== wanted) {
    if (Date.now() > deadline) throw new Error(`${situation}: expected [${wanted}], saw [${seen}]`);
    await pause(300);
  }
  const calmUntil = Date.now() + CALM_MILLIS;
  while (Date.now() < calmUntil) {
    seen = (await firing()).join(' ');
    if (seen !== wanted) throw new Error(`${situation}: [${wanted}] did not stay, saw [${seen}]`);
    await pause(300);
  }
  console.log(`${situation}: ${wanted || 'silence'}`);
}

// Every expression of every rule and panel, asked of the running Prometheus: none may be refused. Those
// without an answer are printed; exporters that this check does not start are why, or an alert that is calm.
async function evaluateAll() {
  const expressions = execFileSync('node', ['deploy/tools/expressions.mjs', 'monitoring'], { encoding: 'utf8' }).trim().split('\n');
  const silent = [];
  for (const query of expressions) {
    const answer = await (await fetch(`${prometheus}/api/v1/query?${new URLSearchParams({ query })}`)).json();
    if (answer.status !== 'success') throw new Error(`Prometheus refuses ${query}: ${answer.error}`);
    if (answer.data.result.length === 0) silent.push(query);
  }
  console.log(`${expressions.length} expressions evaluated, ${silent.length} without a series now`);
  if (process.env.SHOW_SILENT) console.log(silent.join('\n'));
}

// One prediction a second, so that silence is not the reason of an alert; the answers do not matter here.
function startTraffic({ ML_API_URL, ML_API_KEY }) {
  return setInterval(() => {
    fetch(`${ML_API_URL}/predict`, {
      method: 'POST',
      headers: { 'X-API-Key': ML_API_KEY, 'Content-Type': 'application/json' },
      body: '{"symbol":"EURUSD"}',
    }).catch(() => {});
  }, 1000);
}

const pidOf = (component) => Number(readFileSync(join(home, 'run', `${component}.pid`), 'utf8').match(/\d+/)[0]);

let server;
let traffic;
try {
  ml('up', '--no-train', '--days', '60', '--port-offset', String(offset));
  const variables = stackVariables();
  server = startPrometheus(variables);

  await expectFiring('no model was ever trained', ['NoChampion']);

  const quick = ['--set', 'max_epochs=1', '--set', 'folds=1', '--set', 'seeds=1'];
  const said = attempt('train', ...quick);
  const version = said.match(/v\d{8}_\d{6}/)?.[0];
  if (!version) throw new Error(`the training made no version: ${said.trim().split('\n').at(-1)}`);
  attempt('promote', version, '--percentage', '100', '--force', '--reason', 'the live check of the alerts needs a champion');
  traffic = startTraffic(variables);
  await expectFiring('a champion serves', []);
  await evaluateAll();

  process.kill(pidOf('ml-trainer'), 'SIGKILL');
  await expectFiring('ml-trainer is killed', ['ServiceAbsent', 'ServiceDown']);
  ml('up', '--no-train');
  await expectFiring('ml-trainer is back', []);

  attempt('train', '--from', new Date(Date.now() - 864e5).toISOString());
  await expectFiring('a training run has too little data', ['TrainingFailed']);
  console.log('5 of 5 situations fired just the right alerts');
} catch (problem) {
  console.error(problem.message, problem.stderr ?? '');
  process.exitCode = 1;
} finally {
  clearInterval(traffic);
  server?.kill();
  attempt('down');
  rmSync(folder, { recursive: true, force: true });
}
