// Lints a Dockerfile: dockerfile.mjs FILE. Exits 1 if anything is found.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { validate } = createRequire(import.meta.url)("dockerfile-utils");

const findings = validate(readFileSync(process.argv[2], "utf8"));
for (const found of findings) {
  console.log(`line ${found.range.start.line + 1}: ${found.message}`);
}
if (findings.length > 0) process.exit(1);
console.log("no findings");
