// SPDX-License-Identifier: MIT
// The blocks of ovp-render --md --charts, drawn by what GitHub draws them with.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { open } from "./browser.mjs";
import { records } from "./names.mjs";

await writeFile("pages/empty.html", "<!doctype html><title>charts</title>");

// Draws the blocks of a file; returns their texts.
async function draw(name, theme = "default") {
	const md = await readFile(`pages/${name}.md`, "utf8");
	const blocks = [...md.matchAll(/^```mermaid\n(.*?)^```$/gms)];
	const page = await open("pages/empty.html");

	await page.addScriptTag({ path: "node_modules/mermaid/dist/mermaid.min.js" });
	const drawn = await page.evaluate(async ({ blocks, theme }) => {
		const result = [];

		mermaid.initialize({ startOnLoad: false, theme });
		for (const [i, block] of blocks.entries()) {
			const box = document.createElement("div");
			const { svg, diagramType } =
				await mermaid.render(`chart${i}`, block);

			document.body.append(box);
			box.innerHTML = svg;
			result.push({
				type: diagramType,
				texts: [...box.querySelectorAll("text")]
					.map((t) => t.textContent),
				bars: box.querySelectorAll("rect[width]").length,
				foreign: box.querySelectorAll("script, a, img, b").length,
			});
		}
		return result;
	}, { blocks: blocks.map((b) => b[1]), theme });

	await page.screenshot({ path: `charts-${name}-${theme}.png`,
		fullPage: true });
	assert.deepEqual(page.asked, []);
	assert.deepEqual(page.said, []);
	return drawn;
}

test("proof time and memory of a run, light and dark", async () => {
	for (const theme of ["default", "dark"]) {
		const charts = await draw("sample", theme);

		assert.deepEqual(charts.map((c) => c.type), ["xychart", "xychart"]);
		assert.ok(charts[0].texts.includes("app_proof"));
		assert.ok(charts[0].texts.includes("halo2_wrapper"));
		assert.ok(charts[1].texts.includes("GiB"));
	}
});

test("a comparison", async () => {
	const [chart] = await draw("comparison");

	assert.ok(chart.texts.includes("root, new"));
	assert.ok(chart.texts.includes("internal.0, gone"));
});

test("hostile names are text", async () => {
	const groups = (await records("pages/names.tsv"))
		.filter((r) => r.metric === "total_proof_time_ms")
		.map((r) => r.group || "(no group)");
	const charts = await draw("names");

	assert.equal(charts.length, groups.length);
	for (const [i, { texts, foreign }] of charts.entries()) {
		const cut = texts.find((t) => t.endsWith("… 1"));

		assert.ok(texts.includes(groups[i]) ||
			(cut && groups[i].startsWith(cut.slice(0, -3))),
			`${groups[i]}: ${texts}`);
		assert.equal(foreign, 0);
	}
});
