// SPDX-License-Identifier: MIT
// The statistics of a metrics file by DuckDB, for comparison in the bench.
import { DuckDBInstance } from "@duckdb/node-api";

const file = process.argv[2].replaceAll("'", "''");
const read = `read_json('${file}', maximum_object_size = 4294967295,
	columns = { counter: 'STRUCT(labels VARCHAR[][], metric VARCHAR, "value" VARCHAR)[]',
	            gauge: 'STRUCT(labels VARCHAR[][], metric VARCHAR, "value" VARCHAR)[]' })`;
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const result = await connection.runAndReadAll(`
	WITH entry AS (
		SELECT unnest(counter) AS e, true AS counter FROM ${read}
		UNION ALL
		SELECT unnest(gauge), false FROM ${read}),
	sample AS (
		SELECT coalesce(list_filter(e.labels, lambda l: l[1] = 'group')[1][2], '') AS g,
		       e.metric AS m, e.value::DOUBLE AS v
		FROM entry WHERE NOT (counter AND e.value = '0'))
	SELECT g, m, count(*)::DOUBLE, sum(v), min(v), max(v)
	FROM sample GROUP BY g, m`);
for (const row of result.getRows())
	console.log(`${row[0]} ${row[1]}\t${row.slice(2).join("\t")}`);
