// SPDX-License-Identifier: MIT
// DuckDB reads a stream as it stands: what README.md says, run as it says it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";

const sh = (script) => execFileSync("sh", ["-c", script], { encoding: "utf8" });

test("the opcodes that README.md asks DuckDB for", async () => {
	const readme = await readFile("../../README.md", "utf8");
	const [, make, query] = readme.match(
		/^```sh\n(ovp-parse .*)\nduckdb -c "(.*)"\n```$/m);

	process.chdir("../..");
	sh(make.replace(">", ">build/browser/pages/"));
	process.chdir("build/browser/pages");
	const duck = await (await DuckDBInstance.create(":memory:")).connect();
	const rows = (await duck.runAndReadAll(query)).getRows();
	const expected = sh(`awk -F '\\t' '$6 == "frequency" { n[$3] += $7 }
		END { for (o in n) print o, n[o] }' grouped.tsv | sort -k 2,2nr | head -n 2`);

	assert.equal(rows.length, 2);
	assert.equal(rows.map((row) => `${row.join(" ")}\n`).join(""), expected);
});
