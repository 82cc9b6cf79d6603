// SPDX-License-Identifier: MIT
// The page of a history: its charts, marks, keys, on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./browser.mjs";

test("a history shows a line for each group and a mark with its commit", async () => {
	const page = await open("pages/history.html");
	const chart = page.locator("svg.runs").first();

	assert.equal(await chart.locator(".dots").count(), 2);
	assert.ok(await chart.locator(".grid").count() > 2);
	assert.match(await chart.locator(".mark text").textContent(),
		/247fa59 \+4\.7%/);
	assert.equal(await page.locator("figure:visible").count(), 1);
	assert.deepEqual(page.asked, []);
	assert.deepEqual(page.said, []);
});

test("a row of a change leads to its mark, also of another metric", async () => {
	const page = await open("pages/history.html");
	const drift = page.locator("tr", { hasText: "drift" }).locator("a");

	await drift.click();
	assert.equal(await page.locator("figure:visible").getAttribute("data-metric"),
		"trace_gen_time_ms");
	assert.match(await page.evaluate(() => document.activeElement.id), /^m0-/);
	await page.locator("figure:visible .mark:focus").press("Enter");
	assert.match(await page.evaluate(() => location.hash), /^#c0-20$/);
});

test("the arrow keys and the pointer tell each run", async () => {
	const page = await open("pages/history.html");
	const box = page.locator("figure:visible .scroll");
	const told = page.locator(".told");

	await box.focus();
	await page.keyboard.press("Home");
	assert.match(await told.textContent(), /^run 1, commit 012d687: app_proof 2,011 ms, leaf 3,015 ms$/);
	await page.keyboard.press("PageDown");
	assert.match(await told.textContent(), /^run 31, commit 247fa59/);
	await page.keyboard.press("End");
	assert.match(await told.textContent(), /^run 50,/);
	await box.hover({ position: { x: 200, y: 200 } });
	assert.match(await told.textContent(), /^run \d+, /);
});

test("the choice of a metric shows its chart", async () => {
	const page = await open("pages/history.html");

	await page.getByLabel("Metric").selectOption("main_cells_used");
	assert.equal(await page.locator("figure:visible").getAttribute("data-metric"),
		"main_cells_used");
});

test("a history fits a phone, and is whole without scripts", async () => {
	const phone = await open("pages/history.html",
		{ viewport: { width: 360, height: 740 } });

	assert.ok(await phone.evaluate(() =>
		document.documentElement.scrollWidth <= innerWidth));

	const plain = await open("pages/history.html", { javaScriptEnabled: false });

	await plain.getByText("Other metrics").click();
	assert.ok(await plain.locator("figure:visible").count() > 1);
});
