// k6: 10 -> 50 users with think time, one predict in five for a whole page of signals.
//   ML_API_URL=… ML_API_KEY=… k6 run scripts/load_test.js
// The same scenario in Gatling runs from Maven: ./ml load
import http from 'k6/http';
import { check, sleep } from 'k6';

const url = __ENV.ML_API_URL || 'http://localhost:8080';
const headers = { 'Content-Type': 'application/json', 'X-API-Key': __ENV.ML_API_KEY };
const symbols = (__ENV.SYMBOLS ||
  'EURUSD,GBPUSD,USDJPY,USDCHF,AUDUSD,USDCAD,NZDUSD,EURGBP,EURJPY,XAUUSD,BTCUSD').split(',');

export const options = {
  stages: [
    { duration: '30s', target: 10 },
    { duration: '60s', target: 50 },
    { duration: '120s', target: 50 },
    { duration: '15s', target: 0 },
  ],
  thresholds: {
    'http_req_duration{route:predict}': ['p(95)<100', 'p(99)<250'],
    'http_req_duration{route:signals}': ['p(95)<250'],
    http_req_failed: ['rate<0.001'],
    checks: ['rate>0.999'],
  },
};

export default function () {
  const symbol = symbols[Math.floor(Math.random() * symbols.length)];
  const answer = http.post(`${url}/predict`, JSON.stringify({ symbol, user_id: `user-${__VU}` }), {
    headers,
    tags: { route: 'predict' },
  });
  check(answer, {
    'predict answers 200': (r) => r.status === 200,
    'the answer names its version': (r) => r.status === 200 && r.json('model_version') !== undefined,
  });
  if (__ITER % 5 === 0) {
    const page = http.get(`${url}/signals`, { headers, tags: { route: 'signals' } });
    check(page, { 'signals answers 200': (r) => r.status === 200 });
  }
  sleep(0.5 + Math.random());
}
