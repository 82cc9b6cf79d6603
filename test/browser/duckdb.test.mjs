// SPDX-License-Identifier: MIT
// DuckDB reads a stream as it stands: a query on what a stage wrote.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";

const sh = (script) => execFileSync("sh", ["-c", script], { encoding: "utf8" });

test("the opcodes that are executed most", async () => {
	const query = "SELECT opcode, sum(value) FROM 'grouped.tsv' WHERE metric = 'frequency' " +
		"GROUP BY 1 ORDER BY 2 DESC LIMIT 2";

	sh("ovp-parse ../../share/sample.json | ovp-group -k opcode >pages/grouped.tsv");
	process.chdir("pages");
	const duck = await (await DuckDBInstance.create(":memory:")).connect();
	const rows = (await duck.runAndReadAll(query)).getRows();
	const expected = sh(`awk -F '\\t' '$6 == "frequency" { n[$3] += $7 }
		END { for (o in n) print o, n[o] }' grouped.tsv | sort -k 2,2nr | head -n 2`);

	assert.equal(rows.length, 2);
	assert.equal(rows.map((row) => `${row.join(" ")}\n`).join(""), expected);
});
