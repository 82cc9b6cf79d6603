// SPDX-License-Identifier: MIT
// The pictures that ovp-render writes as files of their own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./browser.mjs";

for (const name of ["flame", "memory"]) {
	test(`${name}: asks for nothing, says nothing`, async () => {
		for (const colorScheme of ["light", "dark"]) {
			const page = await open(`pages/${name}.svg`, { colorScheme });

			assert.deepEqual(page.asked, []);
			assert.deepEqual(page.said, []);
		}
	});
}

test("flame: search, zoom", async () => {
	const page = await open("pages/flame.svg");
	const frames = page.locator(".f:visible");
	const all = await frames.count();

	await page.locator(".f", { hasText: "AddF" }).first().click();
	assert.ok(await frames.count() < all);
	await page.keyboard.press("Escape");
	assert.equal(await frames.count(), all);
	await page.getByRole("searchbox").fill("^ADD$");
	assert.match(await page.locator(".status").textContent(), /1 found/);
});

test("flame: with the keyboard alone", async () => {
	const page = await open("pages/flame.svg");
	const frames = page.locator(".f:visible");
	const all = await frames.count();
	const here = () => page.evaluate(() =>
		document.activeElement.getAttribute("data-name"));
	const press = async (...keys) => {
		for (const key of keys)
			await page.keyboard.press(key);
	};

	await page.locator(".f[tabindex='0']").focus();
	assert.equal(await here(), "all");
	await press("ArrowDown");
	const first = await here();

	await press("ArrowRight");
	assert.notEqual(await here(), first);
	await press("ArrowLeft");
	assert.equal(await here(), first);
	assert.match(await page.locator(".status").textContent(),
		new RegExp(`^${first}: `));
	await press("Enter");
	assert.ok(await frames.count() < all);
	await press("ArrowDown", "ArrowUp");
	assert.equal(await here(), first);
	await press("ArrowUp", "Enter");
	assert.equal(await here(), "all");
	assert.equal(await frames.count(), all);
	assert.equal(await page.locator(".f[tabindex='0']").count(), 1);
	assert.deepEqual(page.said, []);
});
