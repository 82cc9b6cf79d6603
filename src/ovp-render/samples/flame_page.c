/* SPDX-License-Identifier: MIT */
/* Style and script of a flame graph. */
#include "assets/flame.css.h"
#include "assets/flame.js.h"
#include "flame_page.h"

const char flame_script_hash[] = FLAME_JS_HASH;

void
flame_put_style(struct recout *o)
{
	recout_str(o, "<style>\n");
	recout_str(o, flame_css);
	recout_str(o, "</style>\n");
}

void
flame_put_script(struct recout *o)
{
	/* Only hashed text is between the tags. */
	recout_str(o, "<script><![CDATA[");
	recout_str(o, flame_js);
	recout_str(o, "]]></script>\n");
}
