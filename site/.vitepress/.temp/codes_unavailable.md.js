import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unavailable","description":"a key cannot be had, or a callback took too long; with Retry-After.","frontmatter":{"title":"unavailable","description":"a key cannot be had, or a callback took too long; with Retry-After.","code":"unavailable","prev":false,"next":false},"headers":[],"relativePath":"codes/unavailable.md","filePath":"codes/unavailable.md"}');
const _sfc_main = { name: "codes/unavailable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unavailable" tabindex="-1">unavailable <a class="header-anchor" href="#unavailable" aria-label="Permalink to &quot;unavailable&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/unavailable.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>a key cannot be had, or a callback took too long; with <code>Retry-After</code></p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/unavailable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unavailable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unavailable as default
};
