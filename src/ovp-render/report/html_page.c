/* SPDX-License-Identifier: MIT */
/* The frame of a page of HTML. */
#include "assets/page.css.h"
#include "assets/page.js.h"
#include "html.h"
#include "ovp-render/chart/runs_chart.h"
#include "ovp-render/chart/svg_chart.h"
#include "ovp-render/samples/flame_page.h"

/* Nothing is loaded; of scripts, those that are known here alone run. */
#define POLICY	"default-src 'none'; style-src 'unsafe-inline'; " \
		"script-src '" PAGE_JS_HASH "' '%s'; base-uri 'none'; " \
		"form-action 'none'"

void
html_page_open(struct recout *o)
{
	recout_printf(o, "<!doctype html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"" POLICY "\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<title>", flame_script_hash);
}

void
html_page_body(struct recout *o)
{
	recout_str(o, "</title>\n<style>\n");
	recout_str(o, page_css);
	recout_str(o, "</style>\n");
	svg_chart_style(o);
	runs_chart_style(o);
	recout_str(o, "</head>\n<body>\n");
}

void
html_page_close(struct recout *o)
{
	recout_str(o, "<script>");
	recout_str(o, page_js);
	recout_str(o, "</script>\n</body>\n</html>\n");
}
