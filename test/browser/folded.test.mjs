// SPDX-License-Identifier: MIT
// Stacks in the folded format, as speedscope reads them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { open } from "./browser.mjs";

// What each frame of the stacks has, with all above it.
function totals(stacks) {
	const sum = {};

	for (const line of stacks.trim().split("\n")) {
		const [, stack, value] = line.match(/^(.*) (\d+)$/);

		for (const frame of new Set(stack.split(";")))
			sum[frame] = (sum[frame] ?? 0) + Number(value);
	}
	return sum;
}

test("speedscope finds every frame with its value", async () => {
	const page = await open("node_modules/speedscope/dist/release/index.html");
	const expected = totals(await readFile("pages/sample.folded", "utf8"));

	assert.ok("<[u8\uff1b 32] as Into<T>>::into" in expected);
	assert.ok("main\u00a042" in expected);
	await page.locator("input[type=file]").setInputFiles("pages/sample.folded");
	await page.getByText("Sandwich").click();
	await page.locator("td", { hasText: "KECCAK256" }).waitFor();

	const found = await page.locator("tr:has(td)").evaluateAll((rows) =>
		rows.map((r) => [...r.cells].map((c) => c.textContent)));
	assert.deepEqual(Object.fromEntries(found.map(([total, , name]) =>
		[name, Number(total.replace(/ .*|,/g, ""))])), expected);
	assert.ok(page.asked.every((a) => a.startsWith("file:")));
});
