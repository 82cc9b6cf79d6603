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
