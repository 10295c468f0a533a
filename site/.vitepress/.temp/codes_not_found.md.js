import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"not_found","description":"another path than the one that is served, or an unknown tenant.","frontmatter":{"title":"not_found","description":"another path than the one that is served, or an unknown tenant.","code":"not_found","prev":false,"next":false},"headers":[],"relativePath":"codes/not_found.md","filePath":"codes/not_found.md"}');
const _sfc_main = { name: "codes/not_found.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="not_found" tabindex="-1">not_found <a class="header-anchor" href="#not_found" aria-label="Permalink to &quot;not\\_found&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/not_found.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>another path than the one that is served, or an unknown <code>tenant</code></p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/not_found.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const not_found = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  not_found as default
};
