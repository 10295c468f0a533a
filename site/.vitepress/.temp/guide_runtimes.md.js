import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Runtimes","description":"@usersig/core, built and packed as npm gets it, passes the same cases on each of these: the tickets of eleven official programs at every border of their life…","frontmatter":{"title":"Runtimes","description":"@usersig/core, built and packed as npm gets it, passes the same cases on each of these: the tickets of eleven official programs at every border of their life…","source":"docs/runtimes.md"},"headers":[],"relativePath":"guide/runtimes.md","filePath":"guide/runtimes.md"}');
const _sfc_main = { name: "guide/runtimes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="runtimes" tabindex="-1">Runtimes <a class="header-anchor" href="#runtimes" aria-label="Permalink to &quot;Runtimes&quot;">​</a></h1><p><code>@usersig/core</code>, built and packed as npm gets it, passes the same cases on each of these: the tickets of eleven official programs at every border of their lifetime, hostile tickets, every refusal, room records, error codes, and that no error shows a secret. The cases are in <a href="https://github.com/usersig/usersig/blob/main/packages/core/test/cases" target="_blank" rel="noreferrer"><code>packages/core/test/cases</code></a>, and know no test runner; Chromium and workerd get them bundled, as apps are.</p><p><code>npm test</code> runs them and fails when this table is out of date; <code>npm run runtimes</code> runs them and writes it.</p><table tabindex="0"><thead><tr><th>runtime</th><th>version</th><th>cases passed</th></tr></thead><tbody><tr><td>Node.js 20</td><td>20.20.2</td><td>1039 of 1039</td></tr><tr><td>Node.js 22</td><td>22.23.3</td><td>1039 of 1039</td></tr><tr><td>Node.js 24</td><td>24.21.0</td><td>1039 of 1039</td></tr><tr><td>Node.js 26</td><td>26.10.0</td><td>1039 of 1039</td></tr><tr><td>Deno</td><td>2.9.6</td><td>1039 of 1039</td></tr><tr><td>Bun</td><td>1.4.5</td><td>1039 of 1039</td></tr><tr><td>workerd (Cloudflare Workers)</td><td>1.20260730.1</td><td>1039 of 1039</td></tr><tr><td>Chromium</td><td>153</td><td>1039 of 1039</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("guide/runtimes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const runtimes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  runtimes as default
};
