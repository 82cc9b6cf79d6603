// SPDX-License-Identifier: MIT
// Opens pages from disk in a browser, for the time of a test.
import { after, afterEach } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM,
	args: ["--no-sandbox"],
});

afterEach(() => Promise.all(browser.contexts().map((c) => c.close())));
after(() => browser.close());

// A page, with `asked`, the addresses that it asked for beside its own, and
// `said`, what it said on the console or by a dialog.
export async function open(name, options = {}) {
	const address = pathToFileURL(name).href;
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 }, ...options,
	});
	const page = await context.newPage();

	// A slow machine draws a long page for a long time.
	page.setDefaultTimeout(120000);
	page.asked = [];
	page.said = [];
	page.on("request", (r) => {
		if (r.url() !== address)
			page.asked.push(r.url());
	});
	page.on("console", (m) => page.said.push(m.text()));
	page.on("pageerror", (e) => page.said.push(e.message));
	page.on("dialog", (d) => {
		page.said.push(d.message());
		d.dismiss();
	});
	await page.goto(address);
	return page;
}
